package org.dylink.monitor;

import java.util.ArrayList;
import java.util.List;
import org.dylink.linker.Program;
import org.dylink.linker.runtime.LibraryDTO;
import org.dylink.linker.runtime.LibraryState;
import org.dylink.linker.runtime.LinkerRuntime;
import org.dylink.linker.runtime.ProgramDTO;
import org.dylink.linker.runtime.ThreadDTO;

/** Knows what a test tells it. */
public final class FakeLinkerRuntime implements LinkerRuntime {
  private final List<LibraryDTO> libraries = new ArrayList<>();
  private final List<ProgramDTO> programs = new ArrayList<>();
  private final List<String> ignoredImages = new ArrayList<>();

  /** Adds a library of bundle 7. */
  public LibraryDTO add(String name, LibraryState state, String... reasons) {
    LibraryDTO library = new LibraryDTO();
    library.name = name;
    library.version = "1.0.0";
    library.state = state;
    library.reasons = List.of(reasons);
    library.bundle = 7;
    libraries.add(library);
    return library;
  }

  /** Adds a program with 64 KiB and one thread. */
  public ProgramDTO add(long id, String name, Program.State state, String engine) {
    ProgramDTO program = program(id, name, state, engine);
    programs.add(program);
    return program;
  }

  /** A program that it does not know. */
  public static ProgramDTO program(long id, String name, Program.State state, String engine) {
    ProgramDTO program = new ProgramDTO();
    program.id = id;
    program.name = name;
    program.state = state;
    program.engine = engine;
    program.memory = 65_536;
    program.threads = List.of(new ThreadDTO());
    program.libraries = List.of(name + " 1.0.0", "libc.so 22.0.0");
    return program;
  }

  /** Adds what is said of an image. */
  public void addIgnoredImage(String message) {
    ignoredImages.add(message);
  }

  @Override
  public List<String> ignoredImages() {
    return ignoredImages;
  }

  @Override
  public List<LibraryDTO> libraries() {
    return libraries;
  }

  @Override
  public List<ProgramDTO> programs() {
    return programs;
  }
}
