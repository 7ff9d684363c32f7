package org.dylink.machine.run;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.BooleanSupplier;
import org.dylink.engine.EngineLimitException;
import org.dylink.engine.Memory;
import org.dylink.engine.MemoryImage;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.control.Waiters;
import org.dylink.engine.machine.ContextLayout;
import org.dylink.format.AddressType;
import org.dylink.format.MemoryType;

/**
 * A memory: address space for all that it may grow to, of which what it has can be accessed. It
 * never moves, so threads may share it as it is. Before the first byte lies a page that has its
 * size.
 */
final class NativeMemory implements Memory {
  private static final long PAGE = MemoryType.PAGE_SIZE;
  private static final long MOST_PAGES = 65_536;

  // 64 GiB: each memory takes its address space at once.
  private static final long MOST_WIDE_PAGES = 1 << 20;

  private final MemoryType type;
  private final long maximumPages;
  private final long base;
  private final Waiters waiters; // null if it is private
  private volatile long size; // set by who has the monitor of this

  NativeMemory(MemoryType type, long maximumPages) {
    this(type, maximumPages, MemoryImage.ZERO);
  }

  /** One that begins with what another one held. */
  NativeMemory(MemoryType type, long maximumPages, MemoryImage image) {
    this.type = type;
    long minimum = type.limits().minimum();
    long most = type.addressType() == AddressType.I64 ? MOST_WIDE_PAGES : MOST_PAGES;
    if (minimum > most) {
      throw new EngineLimitException(
          "memory of " + minimum + " pages: this engine has at most " + most);
    }
    this.maximumPages = Math.min(most, Math.min(maximumPages, type.limits().maximum()));
    long reserved = Pages.SIZE + this.maximumPages * PAGE;
    long at = Pages.reserve(reserved);
    boolean mayMap = at != 0 && image.pages() > 0 && image.pages() <= minimum;
    long mapped = mayMap ? UnnamedFile.of(image).map(at) : 0;
    if (at == 0 || !Pages.makeWritable(at + mapped, Pages.SIZE + minimum * PAGE - mapped)) {
      if (at != 0) {
        Pages.free(at, reserved);
      }
      throw new EngineLimitException(
          "memory of " + minimum + " pages: the system has no room for it");
    }
    this.base = at + Pages.SIZE;
    this.waiters = type.shared() ? new Waiters() : null;
    setSize(minimum * PAGE);
    Pages.CLEANER.register(this, () -> Pages.free(at, reserved));
    if (mapped == 0) {
      image.writeTo(this);
    }
  }

  private void setSize(long bytes) {
    Raw.publish(base + ContextLayout.MEMORY_SIZE, bytes);
    size = bytes;
  }

  long base() {
    return base;
  }

  @Override
  public MemoryType type() {
    return type;
  }

  @Override
  public long pages() {
    return size / PAGE;
  }

  @Override
  public long maximumPages() {
    return maximumPages;
  }

  @Override
  public synchronized long grow(long pages) {
    long before = pages();
    if (pages < 0
        || pages > maximumPages - before
        || !Pages.makeWritable(base + size, pages * PAGE)) {
      return -1;
    }
    setSize(size + pages * PAGE);
    return before;
  }

  /** Who waits for what is written here; null of a private memory. */
  Waiters waiters() {
    return waiters;
  }

  /** Wakes threads that wait for an address; of a private memory, nobody does. */
  int notify(long address, int count) {
    return waiters == null ? 0 : waiters.notify(address, count);
  }

  /** Waits while a word of 32 bits has a value. */
  int await(long address, int expected, long nanos) {
    long at = base + address;
    return await(address, () -> Raw.getVolatileInt(at) == expected, nanos);
  }

  /** Waits while a word of 64 bits has a value. */
  int await(long address, long expected, long nanos) {
    long at = base + address;
    return await(address, () -> Raw.getVolatileLong(at) == expected, nanos);
  }

  private int await(long address, BooleanSupplier isExpected, long nanos) {
    if (waiters == null) {
      throw new TrapException(
          TrapKind.OTHER, "expected shared memory: nobody else can wake who waits");
    }
    return waiters.await(address, isExpected, nanos, NativeThread.STOPPING::checkCurrent);
  }

  /** The place of a range, which is checked. */
  long at(long address, long length) {
    long bytes = size;
    if (address < 0 || length < 0 || length > bytes || address > bytes - length) {
      throw new TrapException(
          TrapKind.OUT_OF_BOUNDS_MEMORY,
          "out of bounds memory access: "
              + Long.toUnsignedString(length)
              + " bytes at address 0x"
              + Long.toHexString(address)
              + ", memory has 0x"
              + Long.toHexString(bytes)
              + " bytes");
    }
    return base + address;
  }

  @Override
  public byte readByte(long address) {
    return Raw.ALL.get(ValueLayout.JAVA_BYTE, at(address, 1));
  }

  @Override
  public short readShort(long address) {
    return Raw.ALL.get(Raw.SHORT, at(address, 2));
  }

  @Override
  public int readInt(long address) {
    return Raw.getInt(at(address, 4));
  }

  @Override
  public long readLong(long address) {
    return Raw.getLong(at(address, 8));
  }

  @Override
  public void writeByte(long address, byte value) {
    Raw.ALL.set(ValueLayout.JAVA_BYTE, at(address, 1), value);
  }

  @Override
  public void writeShort(long address, short value) {
    Raw.ALL.set(Raw.SHORT, at(address, 2), value);
  }

  @Override
  public void writeInt(long address, int value) {
    Raw.putInt(at(address, 4), value);
  }

  @Override
  public void writeLong(long address, long value) {
    Raw.putLong(at(address, 8), value);
  }

  @Override
  public void read(long address, byte[] target, int offset, int length) {
    long from = at(address, Integer.toUnsignedLong(length));
    MemorySegment.copy(Raw.ALL, ValueLayout.JAVA_BYTE, from, target, offset, length);
  }

  @Override
  public void write(long address, byte[] source, int offset, int length) {
    long to = at(address, Integer.toUnsignedLong(length));
    MemorySegment.copy(source, offset, Raw.ALL, ValueLayout.JAVA_BYTE, to, length);
  }

  @Override
  public void fill(long address, byte value, long length) {
    Raw.ALL.asSlice(at(address, length), length).fill(value);
  }
}
