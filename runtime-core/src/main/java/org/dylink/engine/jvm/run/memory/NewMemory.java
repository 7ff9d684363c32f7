package org.dylink.engine.jvm.run.memory;

import org.dylink.format.MemoryType;

/** Chooses the kind of memory that a type asks for. */
public final class NewMemory {
  private NewMemory() {}

  /**
   * Makes a zeroed memory.
   *
   * @param maximumPages what it may grow to, if its type allows that
   * @throws org.dylink.engine.EngineLimitException if its minimum is more than the engine, the JVM
   *     or the system has
   */
  public static LinearMemory of(MemoryType type, long maximumPages) {
    return type.shared()
        ? new SharedMemory(type, maximumPages)
        : new HeapMemory(type, maximumPages);
  }
}
