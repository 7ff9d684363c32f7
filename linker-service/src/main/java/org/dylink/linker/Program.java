package org.dylink.linker;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Libraries linked into one address space: a process image. One thread at a time runs guest code in
 * it, others wait; {@link #stop} and the readers may be called from any thread.
 */
public interface Program extends AutoCloseable {
  /** The export that runs a main module; a module without it is no program. */
  String ENTRY = "_start";

  /** READY -> RUNNING -> EXITED or FAILED -> CLOSED; any -> CLOSED. Only forward. */
  enum State {
    /** Linked; its initializers have run, its entry has not. */
    READY,

    /** Its entry runs. */
    RUNNING,

    /** Its entry has returned, or called {@code exit}. */
    EXITED,

    /** It was stopped, or has trapped. */
    FAILED,

    /** Its memory is gone, and nothing of it can be called. */
    CLOSED
  }

  /** A number that no other program of this linker has or had. */
  long id();

  /** The main library's name. */
  String name();

  /** Where it is in its life. */
  State state();

  /** What stopped it, or how it trapped; empty unless it FAILED, also when it is closed then. */
  Optional<String> failure();

  /** What is loaded where. */
  LinkMap linkMap();

  /**
   * What the symbols that its libraries use are bound to at this moment, in load order of their
   * users. What nobody imports is not in the list.
   */
  List<SymbolBinding> bindings();

  /**
   * Calls the main module's {@code _start}, once.
   *
   * @return the exit code
   * @throws org.dylink.engine.TrapException if the guest traps, is stopped or runs out of time
   * @throws IllegalStateException if it ran before, is closed, or has no {@code _start}
   */
  int run();

  /** The exit code; empty until {@link #run} has returned one. */
  Optional<Integer> exitCode();

  /**
   * Calls a function of the program by its symbol, as its libraries would be bound to it.
   *
   * @param symbol the function's name
   * @param arguments Integer, Long, Float or Double, one for each parameter
   * @return null, the result, or an {@code Object[]} of several results
   * @throws IllegalArgumentException if no library defines it
   * @throws org.dylink.engine.TrapException if the guest traps, is stopped or runs out of time
   * @throws IllegalStateException if the program is closed
   */
  Object call(String symbol, Object... arguments);

  /** A way in for code that calls the program often, or uses its memory around a call. */
  Entrance entrance();

  /**
   * Opens a library in the running program, as dlopen does.
   *
   * @param library a name, or a path, as for dlopen
   * @param flags without any: all functions are bound at once, for this library alone
   * @throws LinkException if it cannot be opened; the program is as it was then
   * @throws IllegalStateException if the program is closed
   */
  OpenLibrary open(String library, OpenFlag... flags) throws LinkException;

  /**
   * Puts a library in the place of the one of its name, while the program runs: all of it, or
   * nothing.
   *
   * <p>New calls into the library wait until its last frame has left all threads' stacks; those
   * that are under way end on the old code. Threads elsewhere are not stopped. Then old and new are
   * compared, symbol by symbol, and the code is exchanged: function pointers, {@link Entrance}s and
   * {@link OpenLibrary}s reach the new one. Its constructors do not run. Data of the same layout
   * stays where it is, as it is. Else each exported variable is carried over to a new region by its
   * name, and what else the old library has written must be handed on by its {@code dylink_save}.
   *
   * @param library whose name is that of a loaded one
   * @param timeout how long to wait for threads to leave it
   * @return what was done
   * @throws LinkException INCOMPATIBLE with each symbol that prevents it, BUSY with where each
   *     thread stands, UNSUPPORTED if the engine cannot do it, or as for a link; the program goes
   *     on with the old library then, and nothing of it has changed
   * @throws IllegalStateException if the program is closed
   */
  ReplacementPlan replace(Library library, Duration timeout) throws LinkException;

  /** The same, waiting for {@link ReplacementPlan#TIMEOUT}. */
  default ReplacementPlan replace(Library library) throws LinkException {
    return replace(library, ReplacementPlan.TIMEOUT);
  }

  /**
   * Tells what {@link #replace} would do, and does nothing.
   *
   * @return also one that is refused, with what prevents it
   * @throws LinkException if the library cannot be compared at all
   * @throws IllegalStateException if the program is closed
   */
  ReplacementPlan planReplacement(Library library) throws LinkException;

  /**
   * Takes down the program's state, for others to begin with: memory, globals, tables, what is
   * linked where. It is one whose {@link #run} has not been called; what its constructors, and
   * calls from Java, have done is in the snapshot, the arguments, variables and files that they
   * have read included.
   *
   * @throws LinkException UNSUPPORTED if the program has what cannot be copied: threads, frames of
   *     guest code, files that it has opened, libraries that it has opened; or if its engine copies
   *     none
   * @throws IllegalStateException if the program is closed
   */
  Snapshot snapshot() throws LinkException;

  /**
   * Stops guest code that is running, also in a loop without calls, and refuses further calls.
   *
   * @param reason becomes the trap's message
   */
  void stop(String reason);

  /**
   * Ends the program and gives back its files and memory; may be called twice. Does not wait for
   * guest code in another thread: what that uses is given back as soon as it comes out.
   */
  @Override
  void close();
}
