package org.dylink.binding.marshal;

import java.nio.ByteBuffer;

/** The bytes of a buffer from its position to its limit, which stay where they are. */
final class BufferArgument extends SeriesArgument {
  BufferArgument(String place, boolean orNull, Direction direction) {
    super(place, orNull, direction);
  }

  @Override
  int address(Scratch scratch, Object value) {
    ByteBuffer buffer = (ByteBuffer) value;
    if (isOut() && buffer.isReadOnly()) {
      throw refuse("is read-only: @In would allow it");
    }
    int size = buffer.remaining();
    int address = scratch.take(size);
    if (isIn()) {
      copyIn(scratch, buffer, address);
    } else {
      scratch.memory().fill(address, (byte) 0, size);
    }
    return address;
  }

  @Override
  void copyBack(Scratch scratch, Object value, int address) {
    ByteBuffer buffer = (ByteBuffer) value;
    int size = buffer.remaining();
    if (buffer.hasArray()) {
      int offset = buffer.arrayOffset() + buffer.position();
      scratch.memory().read(address, buffer.array(), offset, size);
    } else {
      byte[] bytes = new byte[size];
      scratch.memory().read(address, bytes, 0, size);
      buffer.duplicate().put(bytes);
    }
  }

  @Override
  int length(Object value) {
    return ((ByteBuffer) value).remaining();
  }

  private static void copyIn(Scratch scratch, ByteBuffer buffer, int address) {
    int size = buffer.remaining();
    if (buffer.hasArray()) {
      int offset = buffer.arrayOffset() + buffer.position();
      scratch.memory().write(address, buffer.array(), offset, size);
    } else {
      byte[] bytes = new byte[size];
      buffer.duplicate().get(bytes);
      scratch.memory().write(address, bytes, 0, size);
    }
  }
}
