package org.dylink.linker;

import java.util.OptionalInt;

/** A library opened in a running program: what a handle of dlopen is to C. */
public interface OpenLibrary extends AutoCloseable {
  /** What was opened. */
  Library library();

  /**
   * Calls a function that the library, or one that it needs, defines.
   *
   * @param arguments Integer, Long, Float or Double, one for each parameter
   * @return null, the result, or an {@code Object[]} of several results
   * @throws IllegalArgumentException if none of them defines it
   * @throws org.dylink.engine.TrapException if the guest traps, is stopped or runs out of time
   * @throws IllegalStateException if this or the program is closed
   */
  Object call(String symbol, Object... arguments);

  /**
   * The address of a symbol, as dlsym gives it: of data in memory, of a function in the table.
   *
   * @throws IllegalStateException if this or the program is closed
   */
  OptionalInt address(String symbol);

  /**
   * Closes the library as often as it was opened here. The last close in a program runs its exit
   * functions and unloads it, with what it alone has needed; may be called twice.
   */
  @Override
  void close();
}
