package org.dylink.binding.marshal;

import org.dylink.format.ValueType;

/** A record that C takes as the only scalar in it. */
final class ScalarArgument extends Argument {
  private final ScalarStruct struct;
  private final ValueType type;

  ScalarArgument(String place, StructCodec codec, StructShape shape) {
    super(place, false);
    this.struct = new ScalarStruct(codec, shape);
    this.type = shape.type().orElseThrow();
  }

  @Override
  ValueType type() {
    return type;
  }

  @Override
  long bits(Scratch scratch, Object value) {
    return struct.bits(scratch, (Record) value, scratch);
  }
}
