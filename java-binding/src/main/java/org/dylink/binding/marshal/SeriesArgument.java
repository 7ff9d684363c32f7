package org.dylink.binding.marshal;

import java.lang.reflect.Array;

/** Elements one behind another, of an array or a buffer, which C reads or writes. */
abstract class SeriesArgument extends Argument {
  private final Direction direction;

  SeriesArgument(String place, boolean orNull, Direction direction) {
    super(place, orNull);
    this.direction = direction;
  }

  /** Whether C finds what Java has. */
  final boolean isIn() {
    return direction.isIn();
  }

  @Override
  final boolean isOut() {
    return direction.isOut();
  }

  @Override
  final boolean hasLength() {
    return true;
  }

  @Override
  int length(Object value) {
    return Array.getLength(value);
  }
}
