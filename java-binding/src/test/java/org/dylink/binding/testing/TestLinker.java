package org.dylink.binding.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.dylink.engine.Engine;
import org.dylink.engine.jvm.JvmEngine;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.WasmModule;
import org.dylink.linker.DependencyTree;
import org.dylink.linker.EngineOutlook;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.dylink.linker.Snapshot;
import org.dylink.linker.SymbolBinding;
import org.dylink.linker.link.LinkSession;
import org.dylink.linker.link.load.Admission;
import org.dylink.linker.link.load.LinkContext;
import org.dylink.linker.link.load.ModuleCache;
import org.dylink.linker.link.load.SearchResult;
import org.dylink.linker.testing.FurtherEngine;
import org.dylink.wasi.WasiLibrary;

/** A linker without a framework, which finds libraries in the folders of the project. */
public final class TestLinker implements Linker {
  private static final List<Path> FOLDERS =
      List.of(
          Path.of("src/test/native"),
          Path.of("../example-bundles/libc/src/main/resources/lib"),
          Path.of("../example-bundles/zlib/src/main/resources/lib"));

  private static final List<Path> FOLDERS_FOR_THREADS =
      List.of(
          Path.of("src/test/native"),
          Path.of("../example-bundles/libc-threads/src/main/resources/lib"));

  private final List<Path> folders;
  private final Engine engine =
      ServiceLoader.load(FurtherEngine.class)
          .findFirst()
          .map(FurtherEngine::engine)
          .orElseGet(JvmEngine::new);
  private final ModuleCache modules = new ModuleCache();
  private final WasiLibrary wasi = new WasiLibrary();
  private final Map<String, Library> libraries = new ConcurrentHashMap<>();
  private final AtomicLong nextId = new AtomicLong(1);

  /** For programs of one thread. */
  public TestLinker() {
    this(FOLDERS);
  }

  private TestLinker(List<Path> folders) {
    this.folders = folders;
  }

  /** For programs with threads. */
  public static TestLinker forThreads() {
    return new TestLinker(FOLDERS_FOR_THREADS);
  }

  private record FileLibrary(String name, String version, String origin, WasmModule module)
      implements Library {
    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  @Override
  public Program link(LinkRequest request) throws LinkException {
    return linked(request, null);
  }

  private Program linked(LinkRequest request, Snapshot snapshot) throws LinkException {
    LinkContext context =
        new LinkContext(
            engine,
            modules,
            (name, neededBy, program) ->
                library(name).map(SearchResult::found).orElse(SearchResult.missing("not there")),
            name -> name.equals(wasi.moduleName()) ? Optional.of(wasi) : Optional.empty(),
            Admission.OPEN);
    LinkSession session = new LinkSession(request, context, nextId.getAndIncrement());
    return (snapshot == null ? session : session.from(snapshot)).link();
  }

  /** Adds a library that a test has built. */
  public Library add(WasmModule module) {
    Library library = new FileLibrary(module.name(), "1.0.0", "test", module);
    libraries.put(module.name(), library);
    modules.retain(module);
    return library;
  }

  @Override
  public Optional<Library> library(String name) {
    return Optional.ofNullable(libraries.computeIfAbsent(name, this::read));
  }

  private Library read(String name) {
    for (Path folder : folders) {
      if (Files.exists(folder.resolve(name))) {
        return read(name, folder.resolve(name));
      }
    }
    return null;
  }

  private Library read(String name, Path file) {
    try {
      WasmModule module = WasmModule.read(name, Files.readAllBytes(file));
      modules.retain(module); // compiled once for all tests: that takes seconds
      return new FileLibrary(name, "1.0.0", file.toString(), module);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MalformedModuleException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public Program link(Snapshot snapshot, LinkRequest request) throws LinkException {
    return linked(request, snapshot);
  }

  @Override
  public List<Program> programs() {
    return List.of();
  }

  @Override
  public List<Library> libraries() {
    return List.copyOf(libraries.values());
  }

  @Override
  public List<EngineOutlook> engines(List<Library> modules) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<SymbolBinding> bindings(List<Library> scope, List<List<Library>> others) {
    throw new UnsupportedOperationException();
  }

  @Override
  public DependencyTree dependencies(Library library) {
    throw new UnsupportedOperationException();
  }
}
