package org.dylink.bnd;

import aQute.bnd.osgi.Analyzer;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.ServiceLoader;
import org.dylink.bnd.LibrariesAtHand.Closure;
import org.dylink.format.WasmModule;

/**
 * Interfaces that fit no library fail the build, where both are at hand and somebody knows how they
 * are bound ({@link InterfaceCheck}).
 */
final class BoundInterfaces {
  private final Analyzer analyzer;
  private final List<InterfaceCheck> checks;
  private final LibrariesAtHand libraries;
  private final BundleClasses classes;

  BoundInterfaces(Analyzer analyzer, Collection<WasmModule> own) {
    this.analyzer = analyzer;
    this.checks =
        ServiceLoader.load(InterfaceCheck.class, BoundInterfaces.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    this.libraries = new LibrariesAtHand(analyzer, own);
    this.classes = new BundleClasses(analyzer);
  }

  /** Reports what is wrong with an interface that is bound to a library. */
  void check(String type, String library) {
    if (checks.isEmpty()) {
      return;
    }
    try {
      Closure all = libraries.closure(library);
      // Where one is missing, a function may be there.
      if (all.missing().isEmpty()) {
        check(Class.forName(type, false, classes), all.modules());
      }
    } catch (ClassNotFoundException | LinkageError e) {
      analyzer.warning("%s: not held against %s: %s", type, library, e);
    } catch (IOException e) {
      analyzer.exception(e, "%s: cannot be read", library);
    }
  }

  private void check(Class<?> type, List<WasmModule> all) {
    for (InterfaceCheck check : checks) {
      check.problem(type, all).ifPresent(problem -> analyzer.error("%s", problem));
    }
  }
}
