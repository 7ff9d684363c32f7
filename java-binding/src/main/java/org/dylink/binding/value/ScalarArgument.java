package org.dylink.binding.value;

import org.dylink.binding.memory.CallingThread;
import org.dylink.binding.memory.StructCodec;
import org.dylink.binding.shape.ParameterShape;

/** A record that C takes as the only scalar in it. */
final class ScalarArgument extends Argument {
  private final ScalarStruct struct;

  ScalarArgument(ParameterShape shape, StructCodec codec) {
    super(shape);
    this.struct = new ScalarStruct(codec);
  }

  @Override
  long bits(CallingThread thread, Object value) {
    return struct.bits(thread, (Record) value, thread.scratch());
  }
}
