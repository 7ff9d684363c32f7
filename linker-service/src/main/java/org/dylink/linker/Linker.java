package org.dylink.linker;

import java.util.List;
import java.util.Optional;

/** Does for WebAssembly what ld.so does for ELF. Threads may share it. */
public interface Linker {
  /**
   * Loads a program and all that it needs into one address space, binds every symbol and runs the
   * constructors. All or nothing: after an exception no part of the program is left.
   *
   * @param request is cut to the limits that the linker is configured with
   * @return a program that waits for {@link Program#run()}
   * @throws LinkException with all missing libraries, or all missing and mismatched symbols, at
   *     once
   */
  Program link(LinkRequest request) throws LinkException;

  /**
   * Makes a program that begins where another one was: no segment is copied, no relocation applied
   * and no constructor run. It has the same libraries, whether they were withdrawn or not is looked
   * at as for every link; arguments, folders, streams and limits are its own.
   *
   * @param snapshot of a program of this linker's
   * @param request with the main, preloads, engine, stack size and environment that the other
   *     program had
   * @throws LinkException UNSUPPORTED if the program would not be the same: a library is another
   *     one now, say
   * @throws IllegalArgumentException if the snapshot is of another kind of linker
   */
  Program link(Snapshot snapshot, LinkRequest request) throws LinkException;

  /** The same, with all that the other program was granted. */
  default Program link(Snapshot snapshot) throws LinkException {
    return link(snapshot, snapshot.request());
  }

  /** What the name of an image ends in that stands beside a main: {@code app.wasm.image}. */
  String IMAGE = "image";

  /**
   * Makes an image of a program: what a link with the same request makes of it, its constructors
   * run. A linker of the same version that links the same libraries, with the same engine, stack
   * size and limits, lets the program begin there, if the image stands beside main or {@link
   * LinkRequest#image} names it, and if the program is granted what constructors have looked at. In
   * each other case it is as if there were no image. It saves time and changes nothing else.
   *
   * @return the image's bytes, which hold nothing of the grants but that
   * @throws LinkException UNSUPPORTED if constructors do more than look at what the program is
   *     granted, or it cannot be copied (see {@link Program#snapshot}); or as for a link
   * @throws UnsupportedOperationException if this linker makes none
   */
  default byte[] prelink(LinkRequest request) throws LinkException {
    throw new UnsupportedOperationException("it makes no images");
  }

  /**
   * Links a program, runs it in this thread and closes it.
   *
   * @return its exit code
   * @throws LinkException if it cannot be linked
   * @throws org.dylink.engine.TrapException if the guest traps, is stopped or runs out of time
   */
  default int run(LinkRequest request) throws LinkException {
    return ProgramProcess.of(this, request).run();
  }

  /**
   * Links, runs and closes a program in a thread of its own. What goes wrong, a link that fails
   * included, is told to who waits for it.
   */
  default ProgramProcess start(LinkRequest request) {
    return ProgramProcess.of(this, request).start();
  }

  /** The programs that are not closed yet, in the order of their ids. */
  List<Program> programs();

  /** The libraries that can be linked now, by name, then highest version first. */
  List<Library> libraries();

  /** The library that a name stands for where no wire decides: the one of the highest version. */
  Optional<Library> library(String name);

  /**
   * What a library needs, and what that needs, as {@link #link} would find it.
   *
   * @param library the root
   */
  DependencyTree dependencies(Library library);

  /**
   * What each engine says of a program before it is linked, the best engine first: the first that
   * is ready runs it, unless the request names another. Nothing is compiled.
   *
   * @param modules all that the program starts with, main first
   */
  List<EngineOutlook> engines(List<Library> modules);

  /**
   * What a library exports and uses, as it would be bound if it were linked as a main, and who
   * would use its definitions if any of {@link #libraries()} were. Nothing is linked.
   *
   * @return the exported symbols in the order of the file, then the others that it uses
   */
  default List<SymbolBinding> bindings(Library library) {
    List<List<Library>> others =
        libraries().stream().map(each -> dependencies(each).libraries()).toList();
    return bindings(dependencies(library).libraries(), others);
  }

  /**
   * The same for libraries that are found in another way. What the host has in {@code env} is known
   * only in a program; every other import module counts as the host's.
   *
   * @param scope the library, then all that it needs, breadth first
   * @param others the same for other libraries: in their programs, too, the library may be used
   */
  List<SymbolBinding> bindings(List<Library> scope, List<List<Library>> others);
}
