package org.dylink.binding.value;

import java.lang.reflect.Array;
import org.dylink.binding.shape.Direction;
import org.dylink.binding.shape.ParameterShape;

/** NumberArrays one behind another, of an array or a buffer, which C reads or writes. */
abstract class SeriesArgument extends Argument {
  private final Direction direction;

  SeriesArgument(ParameterShape shape) {
    super(shape);
    this.direction = shape.direction();
  }

  /** Whether C finds what Java has. */
  final boolean isIn() {
    return direction.isIn();
  }

  /** Whether C may change what Java sees. */
  final boolean isOut() {
    return direction.isOut();
  }

  @Override
  int length(Object value) {
    return Array.getLength(value);
  }
}
