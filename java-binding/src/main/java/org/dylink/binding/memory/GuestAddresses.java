package org.dylink.binding.memory;

import org.dylink.binding.Pointer;
import org.dylink.engine.Memory;

/** A memory, and what addresses in it are to Java. Used inside of a turn. */
public interface GuestAddresses {
  Memory memory();

  /** The pointer for an address; null for 0. */
  Pointer pointerOrNull(int address);

  /** A copy of the string at an address; null for 0. */
  String stringOrNull(int address);

  /**
   * The address of a pointer that Java gives to C; 0 for null.
   *
   * @throws IllegalArgumentException if it points into another memory
   */
  int addressOf(Pointer pointer);
}
