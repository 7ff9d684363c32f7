package org.dylink.engine.jvm.run.memory;

import org.dylink.engine.MemoryImage;
import org.dylink.format.AddressType;
import org.dylink.format.MemoryType;

/**
 * A memory of any size, shared or not, with addresses of either kind: in a segment, or, where Java
 * has none, in a buffer.
 */
final class LargeMemory extends ReservedMemory {
  private final MemoryView bytes; // nobody's: as accesses of the host see it

  private LargeMemory(MemoryType type, long maximumPages, AtomicCells cells, MemoryView bytes) {
    super(type, maximumPages, cells);
    this.bytes = bytes;
  }

  /**
   * Makes one that holds what an image holds.
   *
   * @param most what it may grow to, in pages; at least its minimum
   * @throws org.dylink.engine.EngineLimitException if its minimum is more than the system has
   */
  static LargeMemory of(MemoryType type, long most, MemoryImage image) {
    return Segments.ARE_THERE ? inSegment(type, most, image) : inBuffer(type, most, image);
  }

  private static LargeMemory inSegment(MemoryType type, long most, MemoryImage image) {
    ReservedPages.Reserved<Object> reserved =
        ReservedPages.reserveSegment(type.limits().minimum(), most, image);
    MemoryView bytes = new MemoryView();
    bytes.segment = reserved.bytes();
    bytes.base = Segments.address(bytes.segment);
    return new LargeMemory(type, reserved.pages(), new SegmentCells(bytes.segment), bytes);
  }

  private static LargeMemory inBuffer(MemoryType type, long most, MemoryImage image) {
    MemoryView bytes = new MemoryView();
    bytes.buffer = ReservedPages.reserve((int) type.limits().minimum(), (int) most, image);
    bytes.base = RawAccess.address(bytes.buffer);
    long pages = bytes.buffer.capacity() / MemoryType.PAGE_SIZE;
    return new LargeMemory(type, pages, new SharedCells(bytes.buffer), bytes);
  }

  @Override
  public boolean isLarge() {
    return type().addressType() == AddressType.I32;
  }

  @Override
  void show(MemoryView view) {
    view.segment = bytes.segment;
    view.buffer = bytes.buffer;
    view.base = bytes.base;
  }

  @Override
  void resize(MemoryView view, long size) {
    view.size = size;
  }

  @Override
  void copyWithin(long from, long to, long size) {
    if (Segments.ARE_THERE) {
      Segments.copy(bytes.segment, from, bytes.segment, to, size);
    } else {
      bytes.buffer.put((int) to, bytes.buffer, (int) from, (int) size);
    }
  }

  @Override
  void copyFrom(DataSegments segments, int segment, int from, long to, int size) {
    segments.copyTo(this, segment, from, to, size);
  }

  @Override
  public void read(long address, byte[] target, int offset, int size) {
    long from = range(address, Integer.toUnsignedLong(size));
    if (Segments.ARE_THERE) {
      Segments.read(bytes.segment, from, target, offset, size);
    } else {
      bytes.buffer.get((int) from, target, offset, size);
    }
  }

  @Override
  public void write(long address, byte[] source, int offset, int size) {
    long to = range(address, Integer.toUnsignedLong(size));
    if (Segments.ARE_THERE) {
      Segments.write(bytes.segment, to, source, offset, size);
    } else {
      bytes.buffer.put((int) to, source, offset, size);
    }
  }

  @Override
  public void fill(long address, byte value, long size) {
    long from = range(address, size);
    if (Segments.ARE_THERE) {
      Segments.fill(bytes.segment, from, size, value);
    } else {
      SharedMemory.fill(bytes.buffer, (int) from, (int) size, value);
    }
  }

  @Override
  public byte readByte(long address) {
    return LargeBytes.getByte(bytes, range(address, 1));
  }

  @Override
  public void writeByte(long address, byte value) {
    LargeBytes.setByte(bytes, range(address, 1), value);
  }

  @Override
  public short readShort(long address) {
    return LargeBytes.getShort(bytes, range(address, 2));
  }

  @Override
  public void writeShort(long address, short value) {
    LargeBytes.setShort(bytes, range(address, 2), value);
  }

  @Override
  public int readInt(long address) {
    return LargeBytes.getInt(bytes, range(address, 4));
  }

  @Override
  public void writeInt(long address, int value) {
    LargeBytes.setInt(bytes, range(address, 4), value);
  }

  @Override
  public long readLong(long address) {
    return LargeBytes.getLong(bytes, range(address, 8));
  }

  @Override
  public void writeLong(long address, long value) {
    LargeBytes.setLong(bytes, range(address, 8), value);
  }
}
