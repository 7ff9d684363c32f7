package org.dylink.wasi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import org.dylink.engine.Memory;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;

/** A memory that is one array. */
final class ArrayMemory implements Memory {
  private static final int PAGE = 65_536;

  private final ByteBuffer bytes;

  ArrayMemory(int pages) {
    bytes = ByteBuffer.allocate(pages * PAGE).order(ByteOrder.LITTLE_ENDIAN);
  }

  byte[] bytes(int address, int size) {
    byte[] copy = new byte[size];
    read(address, copy, 0, size);
    return copy;
  }

  String text(int address, int size) {
    return new String(bytes(address, size), StandardCharsets.UTF_8);
  }

  @Override
  public MemoryType type() {
    return new MemoryType(new Limits(pages(), pages()), false);
  }

  @Override
  public long pages() {
    return bytes.capacity() / PAGE;
  }

  @Override
  public long maximumPages() {
    return pages();
  }

  @Override
  public long grow(long pages) {
    return pages == 0 ? pages() : -1;
  }

  @Override
  public byte readByte(long address) {
    return trapping(() -> bytes.get((int) address));
  }

  @Override
  public short readShort(long address) {
    return trapping(() -> bytes.getShort((int) address));
  }

  @Override
  public int readInt(long address) {
    return trapping(() -> bytes.getInt((int) address));
  }

  @Override
  public long readLong(long address) {
    return trapping(() -> bytes.getLong((int) address));
  }

  @Override
  public void writeByte(long address, byte value) {
    trapping(() -> bytes.put((int) address, value));
  }

  @Override
  public void writeShort(long address, short value) {
    trapping(() -> bytes.putShort((int) address, value));
  }

  @Override
  public void writeInt(long address, int value) {
    trapping(() -> bytes.putInt((int) address, value));
  }

  @Override
  public void writeLong(long address, long value) {
    trapping(() -> bytes.putLong((int) address, value));
  }

  @Override
  public void read(long address, byte[] target, int offset, int size) {
    trapping(() -> bytes.get((int) address, target, offset, size));
  }

  @Override
  public void write(long address, byte[] source, int offset, int size) {
    trapping(() -> bytes.put((int) address, source, offset, size));
  }

  @Override
  public void fill(long address, byte value, long size) {
    byte[] same = new byte[(int) size];
    Arrays.fill(same, value);
    write(address, same, 0, same.length);
  }

  private static <T> T trapping(Supplier<T> access) {
    try {
      return access.get();
    } catch (IndexOutOfBoundsException e) {
      throw new TrapException(TrapKind.OUT_OF_BOUNDS_MEMORY, "outside of the test's memory");
    }
  }
}
