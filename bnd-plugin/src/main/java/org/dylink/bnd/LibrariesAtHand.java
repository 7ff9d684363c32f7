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

  /** A library and all that it needs, breadth first; empty if one of them is not at hand. */
  Optional<List<WasmModule>> closure(String library) throws IOException {
    Map<String, WasmModule> found = new LinkedHashMap<>();
    Deque<String> left = new ArrayDeque<>(List.of(library));
    while (!left.isEmpty()) {
      String name = left.removeFirst();
      if (found.containsKey(name) || LINKERS.contains(name)) {
        continue;
      }
      Optional<WasmModule> module = find(name, found.get(library));
      if (module.isEmpty()) {
        return Optional.empty();
      }
      found.put(name, module.get());
      left.addAll(module.get().dylink().map(DylinkSection::needed).orElse(List.of()));
    }
    return Optional.of(List.copyOf(found.values()));
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
