package org.dylink.binding.marshal;

/** A pointer to a copy of a record; C passes structs by value in the same way. */
final class StructArgument extends Argument {
  private final StructCodec codec;

  StructArgument(String place, boolean orNull, StructCodec codec) {
    super(place, orNull);
    this.codec = codec;
  }

  @Override
  int address(Scratch scratch, Object value) {
    int address = scratch.take(codec.layout().size());
    codec.write(scratch.memory(), address, (Record) value, scratch);
    return address;
  }
}
