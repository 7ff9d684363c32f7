package org.dylink.engine.jvm.run.memory;

import org.dylink.format.AddressType;
import org.dylink.format.MemoryType;

/**
 * A memory of any size, shared or not, with addresses of either kind. It lies beside the JVM's
 * heap, in address space that is reserved up to its maximum, so that it never moves: in a segment,
 * or, where Java has none, in a buffer. It is given back when nobody can reach it any more.
 */
final class LargeMemory extends LinearMemory {
  private final ViewList users = new ViewList(); // guarded by this
  private final MemoryView bytes = new MemoryView(); // nobody's: as accesses of the host see it
  private final long maximumPages;
  private final AtomicCells cells;
  private final Waiters waiters; // null if it is private
  private volatile long limit; // set by who has the monitor of this

  /**
   * @param most what it may grow to, in pages; at least its minimum
   * @throws org.dylink.engine.EngineLimitException if its minimum is more than the system has
   */
  LargeMemory(MemoryType type, long most) {
    super(type);
    long minimum = type.limits().minimum();
    if (Segments.ARE_THERE) {
      ReservedPages.Reserved<Object> reserved = ReservedPages.reserveSegment(minimum, most);
      bytes.segment = reserved.bytes();
      bytes.base = Segments.address(bytes.segment);
      maximumPages = reserved.pages();
      cells = new SegmentCells(bytes.segment);
    } else {
      bytes.buffer = ReservedPages.reserve((int) minimum, (int) most);
      bytes.base = RawAccess.address(bytes.buffer);
      maximumPages = bytes.buffer.capacity() / MemoryType.PAGE_SIZE;
      cells = new SharedCells(bytes.buffer);
    }
    waiters = type.shared() ? new Waiters(cells) : null;
    limit = minimum * MemoryType.PAGE_SIZE;
    ReservedPages.note(this);
  }

  @Override
  public boolean isLarge() {
    return type().addressType() == AddressType.I32;
  }

  @Override
  synchronized void attach(MemoryView view) {
    users.add(view);
    view.segment = bytes.segment;
    view.buffer = bytes.buffer;
    view.base = bytes.base;
    view.size = limit;
  }

  @Override
  long limit() {
    return limit;
  }

  @Override
  AtomicCells cells() {
    return cells;
  }

  @Override
  public Waiters waiters() {
    return waiters;
  }

  @Override
  public long maximumPages() {
    return maximumPages;
  }

  @Override
  public synchronized long grow(long pages) {
    long before = pages();
    if (pages < 0 || pages > maximumPages - before) {
      return -1;
    }
    long size = (before + pages) * MemoryType.PAGE_SIZE;
    users.forEach(view -> view.size = size);
    limit = size;
    return before;
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
    long from = MemoryBounds.range(address, Integer.toUnsignedLong(size), limit);
    if (Segments.ARE_THERE) {
      Segments.read(bytes.segment, from, target, offset, size);
    } else {
      bytes.buffer.get((int) from, target, offset, size);
    }
  }

  @Override
  public void write(long address, byte[] source, int offset, int size) {
    long to = MemoryBounds.range(address, Integer.toUnsignedLong(size), limit);
    if (Segments.ARE_THERE) {
      Segments.write(bytes.segment, to, source, offset, size);
    } else {
      bytes.buffer.put((int) to, source, offset, size);
    }
  }

  @Override
  public void fill(long address, byte value, long size) {
    long from = MemoryBounds.range(address, size, limit);
    if (Segments.ARE_THERE) {
      Segments.fill(bytes.segment, from, size, value);
    } else {
      SharedMemory.fill(bytes.buffer, (int) from, (int) size, value);
    }
  }

  @Override
  public byte readByte(long address) {
    return LargeBytes.getByte(bytes, MemoryBounds.range(address, 1, limit));
  }

  @Override
  public void writeByte(long address, byte value) {
    LargeBytes.setByte(bytes, MemoryBounds.range(address, 1, limit), value);
  }

  @Override
  public short readShort(long address) {
    return LargeBytes.getShort(bytes, MemoryBounds.range(address, 2, limit));
  }

  @Override
  public void writeShort(long address, short value) {
    LargeBytes.setShort(bytes, MemoryBounds.range(address, 2, limit), value);
  }

  @Override
  public int readInt(long address) {
    return LargeBytes.getInt(bytes, MemoryBounds.range(address, 4, limit));
  }

  @Override
  public void writeInt(long address, int value) {
    LargeBytes.setInt(bytes, MemoryBounds.range(address, 4, limit), value);
  }

  @Override
  public long readLong(long address) {
    return LargeBytes.getLong(bytes, MemoryBounds.range(address, 8, limit));
  }

  @Override
  public void writeLong(long address, long value) {
    LargeBytes.setLong(bytes, MemoryBounds.range(address, 8, limit), value);
  }
}
