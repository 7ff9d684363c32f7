package org.dylink.benchmarks;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dylink.engine.Engine;
import org.dylink.engine.endive.CompilerEngine;
import org.dylink.engine.endive.InterpreterEngine;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Program;
import org.dylink.linker.link.Admission;
import org.dylink.linker.link.LinkContext;
import org.dylink.linker.link.LinkSession;
import org.dylink.linker.link.ModuleCache;
import org.dylink.linker.link.SearchResult;
import org.dylink.wasi.WasiLibrary;

/** Links programs from the class path; what is compiled is kept, as started bundles keep it. */
final class Link {
  private final Map<String, Library> libraries = new HashMap<>();
  private final ModuleCache modules = new ModuleCache();
  private final WasiLibrary wasi = new WasiLibrary();
  private final LinkContext context;

  Link(String engine, String... resources) {
    for (String resource : resources) {
      FileLibrary library = FileLibrary.read(resource);
      libraries.put(library.name(), library);
      modules.retain(library.module());
    }
    this.context =
        new LinkContext(
            engine(engine),
            modules,
            (name, neededBy) -> find(name),
            name -> Optional.of(wasi).filter(w -> w.moduleName().equals(name)).map(w -> w),
            Admission.OPEN);
  }

  Program link(String main) throws LinkException {
    return new LinkSession(LinkRequest.builder(libraries.get(main)).build(), context, 1).link();
  }

  private SearchResult find(String name) {
    Library library = libraries.get(name);
    return library != null ? SearchResult.found(library) : SearchResult.missing("not here");
  }

  private static Engine engine(String name) {
    return switch (name) {
      case "endive-compiler" -> new CompilerEngine();
      case "endive-interpreter" -> new InterpreterEngine();
      default -> throw new IllegalArgumentException("no engine " + name);
    };
  }
}
