package org.dylink.engine.jvm.run.memory;

import java.nio.ByteBuffer;
import org.dylink.engine.EngineLimitException;
import org.dylink.engine.MemoryImage;
import org.dylink.format.MemoryType;

/**
 * A memory with 32 bit addresses that threads share. All who use it have the same buffer; each
 * knows the memory's size.
 */
public final class SharedMemory extends ReservedMemory {
  private final ByteBuffer buffer;

  /**
   * @param most what it may grow to, in pages: its minimum to what a buffer holds
   * @throws EngineLimitException if its minimum is more than the system has
   */
  SharedMemory(MemoryType type, long most) {
    this(type, ReservedPages.reserve((int) type.limits().minimum(), (int) most, MemoryImage.ZERO));
  }

  private SharedMemory(MemoryType type, ByteBuffer buffer) {
    super(type, buffer.capacity() / MemoryType.PAGE_SIZE, new SharedCells(buffer));
    this.buffer = buffer;
  }

  @Override
  void show(MemoryView view) {
    view.buffer = buffer;
    view.base = RawAccess.address(buffer);
  }

  @Override
  void resize(MemoryView view, long size) {
    view.limit = (int) size;
  }

  @Override
  void copyWithin(long from, long to, long size) {
    buffer.put((int) to, buffer, (int) from, (int) size);
  }

  @Override
  void copyFrom(DataSegments segments, int segment, int from, long to, int size) {
    segments.copy(segment, from, buffer, (int) to, size);
  }

  private int at(long address, long size) {
    return (int) range(address, size);
  }

  @Override
  public byte readByte(long address) {
    return buffer.get(at(address, 1));
  }

  @Override
  public short readShort(long address) {
    return buffer.getShort(at(address, 2));
  }

  @Override
  public int readInt(long address) {
    return buffer.getInt(at(address, 4));
  }

  @Override
  public long readLong(long address) {
    return buffer.getLong(at(address, 8));
  }

  @Override
  public void writeByte(long address, byte value) {
    buffer.put(at(address, 1), value);
  }

  @Override
  public void writeShort(long address, short value) {
    buffer.putShort(at(address, 2), value);
  }

  @Override
  public void writeInt(long address, int value) {
    buffer.putInt(at(address, 4), value);
  }

  @Override
  public void writeLong(long address, long value) {
    buffer.putLong(at(address, 8), value);
  }

  @Override
  public void read(long address, byte[] target, int offset, int size) {
    int from = at(address, Integer.toUnsignedLong(size));
    buffer.get(from, target, offset, size);
  }

  @Override
  public void write(long address, byte[] source, int offset, int size) {
    int to = at(address, Integer.toUnsignedLong(size));
    buffer.put(to, source, offset, size);
  }

  @Override
  public void fill(long address, byte value, long size) {
    fill(buffer, at(address, size), (int) size, value);
  }

  /** Sets bytes of a buffer, which are checked. */
  static void fill(ByteBuffer buffer, int from, int size, byte value) {
    if (RawAccess.IS_USED) {
      RawAccess.fill(buffer, RawAccess.address(buffer), from, size, value);
      return;
    }
    long eight = Byte.toUnsignedLong(value) * 0x0101_0101_0101_0101L;
    int at = from;
    for (; at <= from + size - Long.BYTES; at += Long.BYTES) {
      buffer.putLong(at, eight);
    }
    for (; at < from + size; at++) {
      buffer.put(at, value);
    }
  }
}
