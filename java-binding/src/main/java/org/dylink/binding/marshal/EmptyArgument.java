package org.dylink.binding.marshal;

import org.dylink.format.ValueType;

/** A record without anything in it, which C does not pass. */
final class EmptyArgument extends Argument {
  EmptyArgument(String place) {
    super(place, false);
  }

  @Override
  ValueType type() {
    return null;
  }

  @Override
  long bits(Scratch scratch, Object value) {
    return 0;
  }
}
