package org.dylink.engine;

import java.util.function.Supplier;

/**
 * The switch by which another thread stops a program. All calls into a program's guest code go
 * through {@link #call}; a stopped control stays stopped.
 */
public interface ExecutionControl {
  /**
   * Runs guest code in this thread so that {@link #stop} reaches it. May be nested.
   *
   * @throws TrapException of kind STOPPED, with the reason, once {@link #stop} was called
   */
  <T> T call(Supplier<T> work);

  /**
   * Stops the guest, also in a loop without calls, and refuses further calls. Any thread may do it.
   *
   * @param reason the trap's message
   */
  void stop(String reason);
}
