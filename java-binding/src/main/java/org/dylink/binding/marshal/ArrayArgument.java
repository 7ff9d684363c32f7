package org.dylink.binding.marshal;

import java.lang.reflect.Array;

/** An array of numbers, copied as its annotation says. */
final class ArrayArgument extends SeriesArgument {
  ArrayArgument(String place, boolean orNull, Direction direction) {
    super(place, orNull, direction);
  }

  @Override
  int address(Scratch scratch, Object value) {
    int size = Elements.bytes(value);
    int address = scratch.take(size);
    if (isIn()) {
      Elements.write(scratch.memory(), address, value);
    } else {
      scratch.memory().fill(address, (byte) 0, size);
    }
    return address;
  }

  @Override
  void copyBack(Scratch scratch, Object value, int address) {
    Elements.read(scratch.memory(), address, value);
  }

  @Override
  long first(Object value) {
    if (Array.getLength(value) == 0) {
      throw refuse("has no element, and should say how many another array has");
    }
    return Array.getLong(value, 0);
  }
}
