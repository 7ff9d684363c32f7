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
  public int pages() {
    return bytes.capacity() / PAGE;
  }

  @Override
  public int maximumPages() {
    return pages();
  }

  @Override
  public int grow(int pages) {
    return pages == 0 ? pages() : -1;
  }

  @Override
  public byte readByte(int address) {
    return trapping(() -> bytes.get(address));
  }

  @Override
  public short readShort(int address) {
    return trapping(() -> bytes.getShort(address));
  }

  @Override
  public int readInt(int address) {
    return trapping(() -> bytes.getInt(address));
  }

  @Override
  public long readLong(int address) {
    return trapping(() -> bytes.getLong(address));
  }

  @Override
  public void writeByte(int address, byte value) {
    trapping(() -> bytes.put(address, value));
  }

  @Override
  public void writeShort(int address, short value) {
    trapping(() -> bytes.putShort(address, value));
  }

  @Override
  public void writeInt(int address, int value) {
    trapping(() -> bytes.putInt(address, value));
  }

  @Override
  public void writeLong(int address, long value) {
    trapping(() -> bytes.putLong(address, value));
  }

  @Override
  public void read(int address, byte[] target, int offset, int size) {
    trapping(() -> bytes.get(address, target, offset, size));
  }

  @Override
  public void write(int address, byte[] source, int offset, int size) {
    trapping(() -> bytes.put(address, source, offset, size));
  }

  @Override
  public void fill(int address, byte value, int size) {
    byte[] same = new byte[size];
    Arrays.fill(same, value);
    write(address, same, 0, size);
  }

  private static <T> T trapping(Supplier<T> access) {
    try {
      return access.get();
    } catch (IndexOutOfBoundsException e) {
      throw new TrapException(TrapKind.OUT_OF_BOUNDS_MEMORY, "outside of the test's memory");
    }
  }
}
