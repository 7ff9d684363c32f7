package org.dylink.binding.value;

import org.dylink.binding.memory.CallingThread;
import org.dylink.binding.shape.ParameterShape;

/** A record without anything in it, which C does not pass. */
final class EmptyArgument extends Argument {
  EmptyArgument(ParameterShape shape) {
    super(shape);
  }

  @Override
  long bits(CallingThread thread, Object value) {
    return 0;
  }
}
