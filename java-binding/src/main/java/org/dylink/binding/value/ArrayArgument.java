package org.dylink.binding.value;

import java.lang.reflect.Array;
import org.dylink.binding.memory.CallingThread;
import org.dylink.binding.memory.NumberArrays;
import org.dylink.binding.shape.ParameterShape;

/** An array of numbers, copied as its annotation says. */
final class ArrayArgument extends SeriesArgument {
  ArrayArgument(ParameterShape shape) {
    super(shape);
  }

  @Override
  int address(CallingThread thread, Object value) {
    int size = NumberArrays.bytes(value);
    int address = thread.scratch().take(size);
    if (isIn()) {
      NumberArrays.write(thread.memory(), address, value);
    } else {
      thread.memory().fill(address, (byte) 0, size);
    }
    return address;
  }

  @Override
  void copyBack(CallingThread thread, Object value, int address) {
    NumberArrays.read(thread.memory(), address, value);
  }

  @Override
  long first(CallingThread thread, Object value) {
    if (Array.getLength(value) == 0) {
      throw refuse(thread, "has no element, and should say how many another array has");
    }
    return Array.getLong(value, 0);
  }
}
