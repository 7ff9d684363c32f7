package org.dylink.binding.value;

import org.dylink.binding.Pointer;
import org.dylink.binding.memory.CallingThread;

/** An address in the same program. */
final class PointerArgument extends Argument {
  PointerArgument(String place, boolean orNull) {
    super(place, orNull);
  }

  @Override
  int address(CallingThread thread, Object value) {
    Pointer pointer = (Pointer) value;
    if (!thread.library().has(pointer)) {
      throw refuse(thread, "points into the memory of another program");
    }
    return pointer.address();
  }
}
