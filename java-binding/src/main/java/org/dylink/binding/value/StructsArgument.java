package org.dylink.binding.value;

import org.dylink.binding.memory.CallingThread;
import org.dylink.binding.memory.StructCodec;
import org.dylink.binding.shape.ParameterShape;

/** An array of records, one behind the other; C's changes come back as new records. */
final class StructsArgument extends SeriesArgument {
  private final StructCodec codec;

  StructsArgument(ParameterShape shape, StructCodec codec) {
    super(shape);
    this.codec = codec;
  }

  @Override
  int address(CallingThread thread, Object value) {
    Record[] records = (Record[]) value;
    int size = codec.layout().size();
    int address = thread.scratch().take(Math.multiplyExact(records.length, size));
    for (int i = 0; i < records.length; i++) {
      if (!isIn()) {
        thread.memory().fill(address + i * size, (byte) 0, size);
      } else if (records[i] == null) {
        throw refuse(thread, "has null at " + i);
      } else {
        codec.write(thread.library(), address + i * size, records[i], thread.scratch());
      }
    }
    return address;
  }

  @Override
  void copyBack(CallingThread thread, Object value, int address) {
    Record[] records = (Record[]) value;
    for (int i = 0; i < records.length; i++) {
      records[i] = codec.read(thread.library(), address + i * codec.layout().size());
    }
  }
}
