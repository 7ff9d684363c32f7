package org.dylink.engine.jvm.run.memory;

import java.nio.ByteBuffer;
import org.dylink.engine.EngineLimitException;
import org.dylink.format.MemoryType;

/**
 * A memory with 32 bit addresses that threads share. It lies beside the JVM's heap, in address
 * space that is reserved up to its maximum, so that it never moves. All who use it have the same
 * buffer, whose limit is the memory's size. It is given back when nobody can reach it any more.
 */
public final class SharedMemory extends LinearMemory {
  private final ViewList users = new ViewList(); // guarded by this
  private final int maximumPages;
  private final ByteBuffer buffer;
  private final AtomicCells cells;
  private final Waiters waiters;
  private volatile int limit; // set by who has the monitor of this

  /**
   * @param maximumPages what it may grow to: its minimum to what a buffer holds
   * @throws EngineLimitException if its minimum is more than the system has
   */
  SharedMemory(MemoryType type, long maximumPages) {
    super(type);
    int minimum = (int) type.limits().minimum();
    this.buffer = ReservedPages.reserve(minimum, (int) maximumPages);
    this.maximumPages = buffer.capacity() / MemoryType.PAGE_SIZE;
    this.limit = minimum * MemoryType.PAGE_SIZE;
    this.cells = new SharedCells(buffer);
    this.waiters = new Waiters(cells);
    ReservedPages.note(this);
  }

  @Override
  synchronized void attach(MemoryView view) {
    users.add(view);
    view.buffer = buffer;
    view.base = RawAccess.address(buffer);
    view.limit = limit;
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
  void copyWithin(long from, long to, long size) {
    buffer.put((int) to, buffer, (int) from, (int) size);
  }

  @Override
  void copyFrom(DataSegments segments, int segment, int from, long to, int size) {
    segments.copy(segment, from, buffer, (int) to, size);
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
    int size = (int) (before + pages) * MemoryType.PAGE_SIZE;
    users.forEach(view -> view.limit = size);
    limit = size;
    return before;
  }

  @Override
  public byte readByte(long address) {
    return buffer.get(MemoryBounds.range(address, 1, limit));
  }

  @Override
  public short readShort(long address) {
    return buffer.getShort(MemoryBounds.range(address, 2, limit));
  }

  @Override
  public int readInt(long address) {
    return buffer.getInt(MemoryBounds.range(address, 4, limit));
  }

  @Override
  public long readLong(long address) {
    return buffer.getLong(MemoryBounds.range(address, 8, limit));
  }

  @Override
  public void writeByte(long address, byte value) {
    buffer.put(MemoryBounds.range(address, 1, limit), value);
  }

  @Override
  public void writeShort(long address, short value) {
    buffer.putShort(MemoryBounds.range(address, 2, limit), value);
  }

  @Override
  public void writeInt(long address, int value) {
    buffer.putInt(MemoryBounds.range(address, 4, limit), value);
  }

  @Override
  public void writeLong(long address, long value) {
    buffer.putLong(MemoryBounds.range(address, 8, limit), value);
  }

  @Override
  public void read(long address, byte[] target, int offset, int size) {
    int from = MemoryBounds.range(address, Integer.toUnsignedLong(size), limit);
    buffer.get(from, target, offset, size);
  }

  @Override
  public void write(long address, byte[] source, int offset, int size) {
    int to = MemoryBounds.range(address, Integer.toUnsignedLong(size), limit);
    buffer.put(to, source, offset, size);
  }

  @Override
  public void fill(long address, byte value, long size) {
    fill(buffer, MemoryBounds.range(address, size, limit), (int) size, value);
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
