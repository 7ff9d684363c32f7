package org.dylink.linker.link.thread;

import java.lang.invoke.MethodHandle;
import org.dylink.linker.LinkException;

/**
 * Puts C's stack back where it was when a call into a program ends without returning: by a trap, an
 * exception, an exit, a stop. The functions that had moved the stack pointer have no time to do it.
 *
 * <p>Every entry goes through here, also one from a function of the host that the guest has called,
 * and goes back to its own level. So whoever takes what was thrown, Java or C, finds the stack as
 * it was.
 */
public interface StackKeeper {
  /** Runs guest code. */
  <T> T call(Watchdog.Work<T> work) throws LinkException;

  /**
   * The same function, which puts the stack back and throws its traps under their right names.
   *
   * @param code calls guest code; of any type
   */
  MethodHandle guard(MethodHandle code);
}
