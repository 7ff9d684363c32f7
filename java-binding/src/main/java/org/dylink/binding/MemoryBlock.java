package org.dylink.binding;

/** Memory from the library's malloc. */
public interface MemoryBlock extends AutoCloseable {
  /** Where it is; it must not be used after this is closed. */
  Pointer pointer();

  /** Gives the memory back; may be called twice, and after the program was closed. */
  @Override
  void close();
}
