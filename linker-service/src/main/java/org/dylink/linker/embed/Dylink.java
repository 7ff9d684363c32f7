package org.dylink.linker.embed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import org.dylink.engine.Engine;
import org.dylink.engine.host.HostLibrary;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.ProgramKind;
import org.dylink.linker.DependencyTree;
import org.dylink.linker.EngineOutlook;
import org.dylink.linker.Library;
import org.dylink.linker.LinkDefaults;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.dylink.linker.Snapshot;
import org.dylink.linker.SymbolBinding;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.load.DependencyWalk;
import org.dylink.linker.link.resolve.BindingPreview;

/**
 * The linker in plain Java, where no framework is there. Threads may share it.
 *
 * <p>Libraries are searched in the order in which the builder was told of them: modules and host
 * libraries that were given, then folders, then the class path; the first one counts, and stays the
 * one for its name as long as this is open.
 */
public final class Dylink implements Linker, AutoCloseable {
  private final PathSearch search;
  private final LoosePrograms programs;

  private Dylink(Builder values) {
    this.search = values.search;
    this.programs =
        new LoosePrograms(
            loaded(Engine.class, values.engines),
            named(loaded(HostLibrary.class, values.hosts)),
            search,
            values.defaults);
  }

  /**
   * With all engines and host libraries of the class path.
   *
   * @param folders where libraries are searched, in this order
   */
  public static Dylink create(Path... folders) {
    Builder builder = builder();
    List.of(folders).forEach(builder::folder);
    return builder.build();
  }

  /** Starts to say where libraries are. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Reads a file that is to be a program's main, or a plain module. It is compiled once, and its
   * programs begin in the image that stands beside it ({@link #prelink}).
   *
   * @throws IOException if it cannot be read
   * @throws MalformedModuleException if it is no WebAssembly module
   */
  public Library read(Path file) throws IOException, MalformedModuleException {
    Library library = Library.read(file.toUri().toURL());
    programs.keepCompiled(library);
    return library;
  }

  @Override
  public Program link(LinkRequest request) throws LinkException {
    return programs.link(request);
  }

  @Override
  public Program link(Snapshot snapshot, LinkRequest request) throws LinkException {
    return programs.link(request, Objects.requireNonNull(snapshot));
  }

  @Override
  public byte[] prelink(LinkRequest request) throws LinkException {
    return programs.prelink(request);
  }

  @Override
  public List<Program> programs() {
    return programs.all();
  }

  /** Those that were given, and those that were found so far. */
  @Override
  public List<Library> libraries() {
    return search.known();
  }

  @Override
  public Optional<Library> library(String name) {
    return Optional.ofNullable(search.find(name, null, ProgramKind.ANY).library());
  }

  @Override
  public DependencyTree dependencies(Library library) {
    return DependencyWalk.of(library, search);
  }

  @Override
  public List<EngineOutlook> engines(List<Library> modules) {
    return programs.engines(modules);
  }

  @Override
  public List<SymbolBinding> bindings(List<Library> scope, List<List<Library>> others) {
    return BindingPreview.of(scope, others);
  }

  /** Ends the programs that still run, and forgets what was compiled; may be called twice. */
  @Override
  public void close() {
    programs.close();
  }

  // The loader of this class sees the engines that lie beside it.
  private static <T> List<T> loaded(Class<T> type, List<T> given) {
    List<T> all = new ArrayList<>(given);
    ServiceLoader.load(type, Dylink.class.getClassLoader()).forEach(all::add);
    return all;
  }

  private static Map<String, HostLibrary> named(List<HostLibrary> hosts) {
    Map<String, HostLibrary> named = new LinkedHashMap<>();
    hosts.forEach(host -> named.putIfAbsent(host.moduleName(), host));
    return named;
  }

  /** Collects where libraries, engines and functions are; each method returns the builder. */
  public static final class Builder {
    private final PathSearch search = new PathSearch();
    private final List<Engine> engines = new ArrayList<>();
    private final List<HostLibrary> hosts = new ArrayList<>();
    private LinkDefaults defaults = LinkDefaults.NONE;

    private Builder() {}

    /** Adds a folder to search, behind those that were added before. */
    public Builder folder(Path folder) {
      search.addFolder(folder);
      return this;
    }

    /**
     * Adds a folder of a class path to search, behind all folders.
     *
     * @param folder its path there, such as {@code lib}
     */
    public Builder classPath(ClassLoader loader, String folder) {
      search.addResources(loader, folder);
      return this;
    }

    /** Adds a library under its own name. */
    public Builder library(Library library) {
      search.add(library);
      return this;
    }

    /**
     * Adds a library.
     *
     * @throws MalformedModuleException if the bytes are no WebAssembly module
     */
    public Builder library(String name, byte[] bytes) throws MalformedModuleException {
      return library(Library.read(name, bytes));
    }

    /**
     * Adds Java functions: under their import module's name, and, if they are told beforehand, as a
     * library of that name.
     */
    public Builder host(HostLibrary host) {
      hosts.add(host);
      // What is in env is everybody's, without a library.
      if (!AbiNames.isLinkerModule(host.moduleName()) && !host.functions().isEmpty()) {
        search.add(Library.of(host));
      }
      return this;
    }

    /** Adds an engine in front of those that are found. */
    public Builder engine(Engine engine) {
      engines.add(engine);
      return this;
    }

    /** What holds for all programs. */
    public Builder defaults(LinkDefaults forAll) {
      defaults = forAll;
      return this;
    }

    /** The linker; the builder must not be used again. */
    public Dylink build() {
      return new Dylink(this);
    }
  }
}
