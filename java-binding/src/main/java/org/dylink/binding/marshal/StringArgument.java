package org.dylink.binding.marshal;

/** A string, freed after the call. */
final class StringArgument extends Argument {
  StringArgument(String place, boolean orNull) {
    super(place, orNull);
  }

  @Override
  int address(Scratch scratch, Object value) {
    byte[] bytes = Text.bytes((String) value);
    if (bytes == null) {
      throw refuse("has a NUL inside, at " + ((String) value).indexOf(0));
    }
    int address = scratch.take(bytes.length + 1);
    Text.write(scratch.memory(), address, bytes);
    return address;
  }
}
