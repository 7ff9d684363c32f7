package org.dylink.shell;

import static java.lang.Thread.State.RUNNABLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dylink.linker.LoadedLibrary;
import org.dylink.linker.Program;
import org.dylink.linker.runtime.LibraryDTO;
import org.dylink.linker.runtime.LibraryState;
import org.dylink.linker.runtime.LinkerRuntime;
import org.dylink.linker.runtime.NeedDTO;
import org.dylink.linker.runtime.ProgramDTO;
import org.dylink.linker.runtime.ThreadDTO;

/**
 * What a linker knows: the libraries that a test adds, and the programs of a {@link FakeLinker}.
 */
final class FakeRuntime implements LinkerRuntime {
  static final long BEGUN = 1_000_000;

  private final FakeLinker linker;
  private final List<LibraryDTO> libraries = new ArrayList<>();

  /** The libraries of a linker are available, each in a bundle of its own, from 10 on. */
  FakeRuntime(FakeLinker linker) {
    this.linker = linker;
    linker.libraries().forEach(each -> add((FakeLibrary) each));
    libraries.forEach(this::wire);
  }

  private void add(FakeLibrary library) {
    add(10 + libraries.size(), library.name(), library.version(), LibraryState.AVAILABLE);
  }

  /** Adds a library whose bundle is named after it. */
  LibraryDTO add(long bundle, String name, String version, LibraryState state, String... reasons) {
    LibraryDTO library = new LibraryDTO();
    library.name = name;
    library.version = version;
    library.state = state;
    library.reasons = List.of(reasons);
    library.bundle = bundle;
    library.origin = "org.example." + name.substring(0, name.indexOf('.')) + " " + version;
    library.current = true;
    library.path = "lib/" + name;
    library.compiled = List.of();
    library.needs = List.of();
    library.programs = List.of();
    libraries.add(library);
    return library;
  }

  /** What a library needs, with the first of each name as its provider. */
  void wire(LibraryDTO library, String... needed) {
    library.needs = List.of(needed).stream().map(this::need).toList();
  }

  private void wire(LibraryDTO library) {
    linker.library(library.name).ifPresent(l -> wire(library, l.needed().toArray(String[]::new)));
  }

  private NeedDTO need(String name) {
    NeedDTO need = new NeedDTO();
    need.name = name;
    need.bundle = -1;
    find(name)
        .ifPresent(
            provider -> {
              need.version = provider.version;
              need.bundle = provider.bundle;
              need.origin = provider.origin;
            });
    return need;
  }

  /** The first library of a name. */
  LibraryDTO get(String name) {
    return find(name).orElseThrow();
  }

  private Optional<LibraryDTO> find(String name) {
    return libraries.stream().filter(library -> library.name.equals(name)).findFirst();
  }

  /** Gives a library another state. */
  void become(String name, LibraryState state, String... reasons) {
    LibraryDTO library = get(name);
    library.state = state;
    library.reasons = List.of(reasons);
  }

  void removeBundle(long bundle) {
    libraries.removeIf(library -> library.bundle == bundle);
  }

  @Override
  public List<LibraryDTO> libraries() {
    for (LibraryDTO library : libraries) {
      library.programs =
          linker.programs().stream().filter(p -> has(p, library)).map(Program::id).toList();
    }
    return List.copyOf(libraries);
  }

  private static boolean has(Program program, LibraryDTO library) {
    return program.linkMap().libraries().stream()
        .map(LoadedLibrary::library)
        .anyMatch(
            each -> each.name().equals(library.name) && each.version().equals(library.version));
  }

  @Override
  public List<ProgramDTO> programs() {
    return linker.programs().stream().map(FakeRuntime::describe).toList();
  }

  /** One that runs is run by its own thread, and has begun another one. */
  @Override
  public List<String> ignoredImages() {
    return List.of();
  }

  private static List<ThreadDTO> threads(Program program) {
    return program.state() == Program.State.RUNNING
        ? List.of(thread(0, "main", Thread.State.TIMED_WAITING), thread(1, "one", RUNNABLE))
        : List.of(thread(0, null, null));
  }

  private static ThreadDTO thread(int number, String name, Thread.State state) {
    ThreadDTO dto = new ThreadDTO();
    dto.number = number;
    dto.name = name;
    dto.state = state;
    return dto;
  }

  private static ProgramDTO describe(Program program) {
    ProgramDTO dto = new ProgramDTO();
    dto.threads = threads(program);
    dto.id = program.id();
    dto.name = program.name();
    dto.state = program.state();
    dto.exitCode = program.exitCode().orElse(null);
    dto.failure = program.failure().orElse(null);
    dto.engine = "fake";
    dto.begun = BEGUN;
    dto.memory = 17 * 65536;
    dto.libraries = List.of(program.name() + " 1.0.0");
    return dto;
  }
}
