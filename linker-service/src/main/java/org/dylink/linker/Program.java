package org.dylink.linker;

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
