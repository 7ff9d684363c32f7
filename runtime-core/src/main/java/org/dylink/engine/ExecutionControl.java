package org.dylink.engine;

import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.function.Supplier;
import org.dylink.format.WasmModule;

/**
 * A program's turn, which one thread at a time has, and the switch by which another thread stops
 * it. All calls into a program's guest code are made by the thread that has the turn, and go
 * through {@link #call} or a handle of {@link #guard}; a stopped control stays stopped.
 */
public interface ExecutionControl {
  /** Waits until this thread has the turn. May be nested. */
  void enter();

  /** Takes the turn if no other thread has it. */
  boolean tryEnter();

  /** Ends what the last {@link #enter} or {@link #tryEnter} of this thread began. */
  void leave();

  /** How often this thread has entered and not left. */
  int depth();

  /**
   * Whether the thread that has the turn executes code of a module, or waits for what that has
   * called. Any thread may ask; the answer is out of date when it is there, unless nobody lets the
   * guest enter the module.
   *
   * @return false also if the engine does not know
   */
  default boolean isExecuting(WasmModule module) {
    return false;
  }

  /**
   * The guest's functions that the thread which has the turn executes, innermost first. Any thread
   * may ask; the answer is out of date when it is there.
   *
   * @return empty if nobody executes any, or the engine does not know
   */
  default List<GuestFrame> guestStack() {
    return List.of();
  }

  /**
   * Refuses guest code once {@link #stop} was called.
   *
   * @throws TrapException of kind STOPPED, with the reason
   */
  void checkNotStopped();

  /**
   * What to throw when something was thrown out of guest code.
   *
   * @return the same, or a {@link TrapException} of kind STOPPED once {@link #stop} was called:
   *     whatever comes out of a stopped guest, also a host function's complaint that it was
   *     interrupted, comes out because of the stop
   */
  RuntimeException explained(RuntimeException thrown);

  /**
   * Stops the guest, also in a loop without calls, and refuses further calls. Any thread may do it.
   *
   * @param reason the trap's message
   */
  void stop(String reason);

  /** Forgets the instances of a guest's thread, which has ended. */
  default void end() {
    // There is nothing to forget where a program has one thread.
  }

  /**
   * Runs guest code in a turn of this thread, so that {@link #stop} reaches it. May be nested.
   *
   * @throws TrapException of kind STOPPED, with the reason, once {@link #stop} was called
   */
  default <T> T call(Supplier<T> work) {
    enter();
    try {
      checkNotStopped();
      return work.get();
    } catch (RuntimeException e) {
      throw explained(e);
    } finally {
      leave();
    }
  }

  /**
   * A handle that runs guest code as {@link #call} does, but is called by a thread that has the
   * turn. It costs next to nothing.
   *
   * @param code of any type
   * @return a handle of the same type
   */
  default MethodHandle guard(MethodHandle code) {
    return GuardedCode.handle(this, code);
  }
}
