package org.dylink.binding.value;

import org.dylink.binding.memory.CallingThread;

/** A function pointer that the caller keeps. */
final class HandleArgument extends Argument {
  HandleArgument(String place, boolean orNull) {
    super(place, orNull);
  }

  @Override
  int address(CallingThread thread, Object value) {
    if (!(value instanceof ProgramCallback<?> held) || !held.isOf(thread.library())) {
      throw refuse(thread, "is a function pointer of another program");
    } else if (held.isClosed()) {
      throw refuse(thread, "is a callback that was closed");
    }
    return held.slot();
  }
}
