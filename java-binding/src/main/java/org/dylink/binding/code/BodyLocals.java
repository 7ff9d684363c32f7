package org.dylink.binding.code;

import org.objectweb.asm.Type;

/** Gives out the local variables of an instance method. */
final class BodyLocals {
  private int next = 1; // behind the object

  /** A new one, with room for a type; void takes none. */
  int add(Class<?> type) {
    int local = next;
    next += Type.getType(type).getSize();
    return local;
  }
}
