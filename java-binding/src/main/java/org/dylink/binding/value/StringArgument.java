package org.dylink.binding.value;

import org.dylink.binding.memory.CallingThread;
import org.dylink.binding.memory.Text;

/** A string, freed after the call. */
final class StringArgument extends Argument {
  StringArgument(String place, boolean orNull) {
    super(place, orNull);
  }

  @Override
  int address(CallingThread thread, Object value) {
    byte[] bytes = Text.bytes((String) value);
    if (bytes == null) {
      throw refuse(thread, "has a NUL inside, at " + ((String) value).indexOf(0));
    }
    int address = thread.scratch().take(bytes.length + 1);
    Text.write(thread.memory(), address, bytes);
    return address;
  }
}
