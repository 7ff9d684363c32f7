package org.dylink.binding.value;

import java.nio.ByteBuffer;
import org.dylink.binding.memory.CallingThread;
import org.dylink.binding.shape.ParameterShape;

/** The bytes of a buffer from its position to its limit, which stay where they are. */
final class BufferArgument extends SeriesArgument {
  BufferArgument(ParameterShape shape) {
    super(shape);
  }

  @Override
  int address(CallingThread thread, Object value) {
    ByteBuffer buffer = (ByteBuffer) value;
    if (isOut() && buffer.isReadOnly()) {
      throw refuse(thread, "is read-only: @In would allow it");
    }
    int size = buffer.remaining();
    int address = thread.scratch().take(size);
    if (isIn()) {
      copyIn(thread, buffer, address);
    } else {
      thread.memory().fill(address, (byte) 0, size);
    }
    return address;
  }

  @Override
  void copyBack(CallingThread thread, Object value, int address) {
    ByteBuffer buffer = (ByteBuffer) value;
    int size = buffer.remaining();
    if (buffer.hasArray()) {
      int offset = buffer.arrayOffset() + buffer.position();
      thread.memory().read(address, buffer.array(), offset, size);
    } else {
      byte[] bytes = new byte[size];
      thread.memory().read(address, bytes, 0, size);
      buffer.duplicate().put(bytes);
    }
  }

  @Override
  int length(Object value) {
    return ((ByteBuffer) value).remaining();
  }

  private static void copyIn(CallingThread thread, ByteBuffer buffer, int address) {
    int size = buffer.remaining();
    if (buffer.hasArray()) {
      int offset = buffer.arrayOffset() + buffer.position();
      thread.memory().write(address, buffer.array(), offset, size);
    } else {
      byte[] bytes = new byte[size];
      buffer.duplicate().get(bytes);
      thread.memory().write(address, bytes, 0, size);
    }
  }
}
