package org.dylink.binding.code;

import org.objectweb.asm.Type;

/** Gives out the local variables of a method. */
final class BodyLocals {
  private int next;

  /** A new one, with room for a type; void takes none. */
  int add(Class<?> type) {
    int local = next;
    next += Type.getType(type).getSize();
    return local;
  }
}
