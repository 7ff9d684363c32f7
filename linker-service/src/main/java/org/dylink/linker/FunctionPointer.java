package org.dylink.linker;

/** A Java method that C can call by its address. Threads may share it. */
public interface FunctionPointer extends AutoCloseable {
  /** The address: an index in the program's function table, never 0. */
  int slot();

  /**
   * Takes the address back: it traps from now on, until another function gets it. Waits for its
   * turn; may be called twice, and after the program was closed.
   */
  @Override
  void close();
}
