package org.dylink.linker.link.dl;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Set;
import org.dylink.engine.Function;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.parts.Pointers;
import org.dylink.linker.link.thread.ExitList;

/**
 * Keeps what C++ registers for the end of a thread, destructors of thread-local objects, in that
 * thread's list, and has them run there: at its end, at the end of the program if it is the one
 * that calls {@code exit} (before anything that is for the program's end, as [basic.start.term]
 * asks), or when it closes their library.
 *
 * <p>When a thread ends, the C++ library knows: it is given one function of ours for each thread.
 */
final class ThreadExits {
  private final ProgramImage image;
  private final ExitFunctions exits;
  private Function runAtThreadExit; // guarded by this; null until one is registered
  private volatile boolean areUsed;

  ThreadExits(ProgramImage image, ExitFunctions exits) {
    this.image = image;
    this.exits = exits;
  }

  /**
   * Registers a function for the end of this thread.
   *
   * @param libraries that it needs and that may go
   * @param definer the library that has the registrar: it stays from here on, as C calls it when
   *     the thread ends
   * @param runtime the function that C++ has called for it
   * @param arguments what it was called with
   * @return what C++ gets: 0 if it is registered
   */
  Object register(Set<Place> libraries, Place definer, Function runtime, Object... arguments) {
    int ours = slot();
    if (Pointers.unsigned(arguments[0]) == ours) {
      return runtime.call(arguments); // one registrar passes it on to another
    }
    ExitList list = image.thread().exits();
    if (list.needsTurn()) {
      int result = exits.call(runtime, ours, 0, 0);
      if (result != 0) {
        return result;
      }
      definer.use().keep();
      list.beginTurn();
    }
    list.add(libraries, Pointers.unsigned(arguments[0]), List.of(arguments[1]));
    areUsed = true;
    return exits.needTurn();
  }

  /** Lets nothing that libc has been given since come before them. */
  Object stayFirst(Object result) {
    return areUsed && result.equals(0) ? exits.needTurn() : result;
  }

  /** Runs what this thread has. */
  void run() {
    exits.run(image.thread().exits(), 0);
  }

  @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // called through a handle
  private void runAtThreadExit(long argument) {
    // What is registered from here on, by a destructor, needs another call.
    image.thread().exits().endTurn();
    run();
  }

  private synchronized int slot() {
    if (runAtThreadExit == null) {
      runAtThreadExit =
          exits.host(
              "run thread exit functions", exits.callWith(), exits.pointers(RUN.bindTo(this)));
    }
    return exits.slot(runAtThreadExit);
  }

  private static final MethodHandle RUN = find();

  private static MethodHandle find() {
    try {
      MethodType type = MethodType.methodType(void.class, long.class);
      return MethodHandles.lookup().findVirtual(ThreadExits.class, "runAtThreadExit", type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: ThreadExits.runAtThreadExit is gone", e);
    }
  }
}
