package org.dylink.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Program;
import org.dylink.linker.link.LinkSession;
import org.dylink.linker.link.load.Admission;
import org.dylink.linker.link.load.LinkContext;
import org.dylink.linker.link.load.ModuleCache;
import org.dylink.linker.link.load.SearchResult;
import org.dylink.wasi.WasiLibrary;

/**
 * Links programs from the class path or from folders; what is compiled is kept, as started bundles
 * keep it.
 */
final class Link {
  private final Map<String, Library> libraries = new HashMap<>();
  private final ModuleCache modules = new ModuleCache();
  private final WasiLibrary wasi = new WasiLibrary();
  private final List<Path> folders;
  private final LinkContext context;

  Link(String engine, String... resources) {
    this(engine, List.of());
    for (String resource : resources) {
      add(FileLibrary.read(resource));
    }
  }

  /**
   * Links what lies in folders.
   *
   * @param folders the first that has a library of the name wins
   */
  Link(String engine, List<Path> folders) {
    this.folders = folders;
    this.context =
        new LinkContext(
            Engines.named(engine),
            modules,
            (name, neededBy, program) -> find(name),
            name -> Optional.of(wasi).filter(w -> w.moduleName().equals(name)).map(w -> w),
            Admission.OPEN);
  }

  Program link(String main) throws LinkException {
    return link(LinkRequest.builder(library(main)));
  }

  Program link(LinkRequest.Builder request) throws LinkException {
    return new LinkSession(request.build(), context, 1).link();
  }

  /**
   * A library by its name.
   *
   * @throws IllegalArgumentException if there is none
   */
  Library library(String name) {
    SearchResult result = find(name);
    if (!result.isFound()) {
      throw new IllegalArgumentException(name + " is not in " + folders);
    }
    return result.library();
  }

  private SearchResult find(String name) {
    if (!libraries.containsKey(name)) {
      folders.stream()
          .map(folder -> folder.resolve(name))
          .filter(Files::isRegularFile)
          .findFirst()
          .ifPresent(file -> add(FileLibrary.read(file)));
    }
    Library library = libraries.get(name);
    return library != null ? SearchResult.found(library) : SearchResult.missing("not here");
  }

  private void add(FileLibrary library) {
    libraries.put(library.name(), library);
    modules.retain(library.module());
  }
}
