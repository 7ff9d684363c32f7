package org.dylink.binding.value;

import org.dylink.binding.memory.CallingThread;
import org.dylink.binding.memory.StructCodec;
import org.dylink.binding.shape.ParameterShape;

/** A pointer to a copy of a record; C passes structs by value in the same way. */
final class StructArgument extends Argument {
  private final StructCodec codec;

  StructArgument(ParameterShape shape, StructCodec codec) {
    super(shape);
    this.codec = codec;
  }

  @Override
  int address(CallingThread thread, Object value) {
    int address = thread.scratch().take(codec.layout().size());
    codec.write(thread.library(), address, (Record) value, thread.scratch());
    return address;
  }
}
