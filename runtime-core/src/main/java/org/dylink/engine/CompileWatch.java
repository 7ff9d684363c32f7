package org.dylink.engine;

/** Is told of functions as they are compiled; see {@link Engine#watch}. */
@FunctionalInterface
public interface CompileWatch {
  /**
   * A function was compiled. The thread that waits for it tells, so this must be short, and throw
   * nothing.
   *
   * @param module the module's name
   * @param function the function's index in the module
   * @param nanos how long it took
   * @param bytes how large the code is that was made
   */
  void compiled(String module, int function, long nanos, int bytes);
}
