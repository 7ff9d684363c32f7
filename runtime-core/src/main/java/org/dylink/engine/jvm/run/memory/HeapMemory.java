package org.dylink.engine.jvm.run.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.dylink.engine.EngineLimitException;
import org.dylink.engine.heap.HeapReserve;
import org.dylink.format.MemoryType;

/**
 * A private memory with 32 bit addresses, in one Java array. Small ones are as large as they say;
 * larger ones get room to grow, so that growing in small steps costs linear time. Each instance
 * that uses the memory keeps the array and the size itself, and is told when they change.
 */
public final class HeapMemory extends LinearMemory {
  /** Little-endian views, in constants, as HotSpot wants them. */
  static final VarHandle SHORT = view(short[].class);

  static final VarHandle INT = view(int[].class);
  static final VarHandle LONG = view(long[].class);
  static final VarHandle FLOAT = view(float[].class);
  static final VarHandle DOUBLE = view(double[].class);

  private static final int EXACT_SIZE = 4 << 20;

  private final ViewList users = new ViewList();
  private final int maximumPages;
  private final AtomicCells cells = new HeapCells(this);
  private byte[] bytes;
  private int limit;

  /**
   * @param maximumPages what it may grow to: its minimum to what an array holds
   * @throws EngineLimitException if its minimum is more than the heap has
   */
  public HeapMemory(MemoryType type, long maximumPages) {
    super(type);
    long minimum = type.limits().minimum();
    this.maximumPages = (int) maximumPages;
    this.limit = (int) minimum * MemoryType.PAGE_SIZE;
    this.bytes = new byte[0];
    if (!tryCopy(limit)) {
      throw new EngineLimitException(
          "memory of " + minimum + " pages: the JVM has no heap left for " + limit + " bytes");
    }
  }

  private static VarHandle view(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  synchronized void attach(MemoryView view) { // another thread may replace a library
    users.add(view);
    view.bytes = bytes;
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

  byte[] bytes() {
    return bytes;
  }

  @Override
  void copyWithin(long from, long to, long size) {
    System.arraycopy(bytes, (int) from, bytes, (int) to, (int) size);
  }

  @Override
  void copyFrom(DataSegments segments, int segment, int from, long to, int size) {
    segments.copy(segment, from, bytes, (int) to, size);
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
    if (size > bytes.length && !makeRoom(size)) {
      return -1;
    }
    limit = size;
    users.forEach(
        view -> {
          view.bytes = bytes;
          view.limit = limit;
        });
    return before;
  }

  private boolean makeRoom(int size) {
    long maximum = (long) maximumPages * MemoryType.PAGE_SIZE;
    long roomy = size <= EXACT_SIZE ? size : Math.min(maximum, size + (long) size / 2);
    return tryCopy((int) roomy) || (roomy > size && tryCopy(size));
  }

  private boolean tryCopy(int size) {
    Optional<byte[]> larger = HeapReserve.make(size, () -> Arrays.copyOf(bytes, size));
    bytes = larger.orElse(bytes);
    return larger.isPresent();
  }

  @Override
  public byte readByte(long address) {
    return bytes[MemoryBounds.range(address, 1, limit)];
  }

  @Override
  public short readShort(long address) {
    return (short) SHORT.get(bytes, MemoryBounds.range(address, 2, limit));
  }

  @Override
  public int readInt(long address) {
    return (int) INT.get(bytes, MemoryBounds.range(address, 4, limit));
  }

  @Override
  public long readLong(long address) {
    return (long) LONG.get(bytes, MemoryBounds.range(address, 8, limit));
  }

  @Override
  public void writeByte(long address, byte value) {
    bytes[MemoryBounds.range(address, 1, limit)] = value;
  }

  @Override
  public void writeShort(long address, short value) {
    SHORT.set(bytes, MemoryBounds.range(address, 2, limit), value);
  }

  @Override
  public void writeInt(long address, int value) {
    INT.set(bytes, MemoryBounds.range(address, 4, limit), value);
  }

  @Override
  public void writeLong(long address, long value) {
    LONG.set(bytes, MemoryBounds.range(address, 8, limit), value);
  }

  @Override
  public void read(long address, byte[] target, int offset, int size) {
    int from = MemoryBounds.range(address, Integer.toUnsignedLong(size), limit);
    System.arraycopy(bytes, from, target, offset, size);
  }

  @Override
  public void write(long address, byte[] source, int offset, int size) {
    int to = MemoryBounds.range(address, Integer.toUnsignedLong(size), limit);
    System.arraycopy(source, offset, bytes, to, size);
  }

  @Override
  public void fill(long address, byte value, long size) {
    int from = MemoryBounds.range(address, size, limit);
    Arrays.fill(bytes, from, from + (int) size, value);
  }
}
