package org.dylink.bnd;

import aQute.bnd.osgi.Analyzer;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dylink.format.DylinkSection;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.WasmModule;
import org.dylink.headers.LibraryFileName;

/** The files of libraries, of the bundle and of its build path. */
final class LibrariesAtHand {
  // The linker's own, without anything that an interface would be bound to.
  private static final Set<String> LINKERS = Set.of("libdl.so");

  private final Analyzer analyzer;
  private final Collection<WasmModule> own;

  LibrariesAtHand(Analyzer analyzer, Collection<WasmModule> own) {
    this.analyzer = analyzer;
    this.own = own;
  }

  /**
   * A library and all that it needs.
   *
   * @param modules those that are at hand, breadth first
   * @param missing the names of the others
   */
  record Closure(List<WasmModule> modules, Set<String> missing) {}

  /** Finds a library and all that it needs. */
  Closure closure(String library) throws IOException {
    Optional<WasmModule> found = find(library, null);
    return found.isPresent() ? closure(found.get()) : new Closure(List.of(), Set.of(library));
  }

  /** Finds all that a module needs. */
  Closure closure(WasmModule root) throws IOException {
    Map<String, WasmModule> found = new LinkedHashMap<>(Map.of(root.name(), root));
    Set<String> missing = new LinkedHashSet<>();
    Deque<String> left = new ArrayDeque<>(needed(root));
    while (!left.isEmpty()) {
      String name = left.removeFirst();
      if (found.containsKey(name) || LINKERS.contains(name)) {
        continue;
      }
      Optional<WasmModule> module = find(name, root);
      if (module.isPresent()) {
        found.put(name, module.get());
        left.addAll(needed(module.get()));
      } else {
        missing.add(name);
      }
    }
    return new Closure(List.copyOf(found.values()), missing);
  }

  private static List<String> needed(WasmModule module) {
    return module.dylink().map(DylinkSection::needed).orElse(List.of());
  }

  private Optional<WasmModule> find(String name, WasmModule main) throws IOException {
    for (WasmModule library : own) {
      if (library.name().equals(name) && fits(library, main)) {
        return Optional.of(library);
      }
    }
    for (Jar jar : analyzer.getClasspath()) {
      for (Map.Entry<String, Resource> file : jar.getResources().entrySet()) {
        Optional<WasmModule> library = read(name, file.getKey(), file.getValue());
        if (library.filter(each -> fits(each, main)).isPresent()) {
          return library;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean fits(WasmModule library, WasmModule main) {
    return main == null || library.programKind().fits(main.programKind());
  }

  private static Optional<WasmModule> read(String name, String path, Resource file)
      throws IOException {
    if (!LibraryFileName.isLibrary(path) || !LibraryFileName.of(path).library().equals(name)) {
      return Optional.empty();
    }
    try (InputStream in = file.openInputStream()) {
      return Optional.of(WasmModule.read(name, in));
    } catch (MalformedModuleException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) { // bnd's
      throw new IOException(path, e);
    }
  }
}
