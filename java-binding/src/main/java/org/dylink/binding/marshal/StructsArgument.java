package org.dylink.binding.marshal;

/** An array of records, one behind the other; C's changes come back as new records. */
final class StructsArgument extends SeriesArgument {
  private final StructCodec codec;

  StructsArgument(String place, boolean orNull, Direction direction, StructCodec codec) {
    super(place, orNull, direction);
    this.codec = codec;
  }

  @Override
  int address(Scratch scratch, Object value) {
    Record[] records = (Record[]) value;
    int size = codec.layout().size();
    int address = scratch.take(Math.multiplyExact(records.length, size));
    for (int i = 0; i < records.length; i++) {
      if (!isIn()) {
        scratch.memory().fill(address + i * size, (byte) 0, size);
      } else if (records[i] == null) {
        throw refuse("has null at " + i);
      } else {
        codec.write(scratch.memory(), address + i * size, records[i], scratch);
      }
    }
    return address;
  }

  @Override
  void copyBack(Scratch scratch, Object value, int address) {
    Record[] records = (Record[]) value;
    for (int i = 0; i < records.length; i++) {
      records[i] = codec.read(scratch.memory(), address + i * codec.layout().size());
    }
  }
}
