package org.dylink.binding.memory;

import java.util.function.Supplier;
import org.dylink.binding.Pointer;
import org.dylink.engine.Memory;
import org.dylink.format.MemoryType;

/** An address in the memory of a bound library. */
final class GuestPointer implements Pointer {
  private final BoundLibrary library;
  private final int address;
  private final long size;

  GuestPointer(BoundLibrary library, int address, long size) {
    this.library = library;
    this.address = address;
    this.size = size;
  }

  boolean isOf(BoundLibrary other) {
    return library.program() == other.program();
  }

  @Override
  public int address() {
    return address;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public Pointer plus(long offset) {
    check(offset, 0);
    return new GuestPointer(library, address + (int) offset, left(offset));
  }

  @Override
  public Pointer sized(long bytes) {
    check(0, bytes);
    return new GuestPointer(library, address, bytes);
  }

  @Override
  public byte readByte(long offset) {
    return inside(() -> memory().readByte(at(offset, Byte.BYTES)));
  }

  @Override
  public short readShort(long offset) {
    return inside(() -> memory().readShort(at(offset, Short.BYTES)));
  }

  @Override
  public int readInt(long offset) {
    return inside(() -> memory().readInt(at(offset, Integer.BYTES)));
  }

  @Override
  public long readLong(long offset) {
    return inside(() -> memory().readLong(at(offset, Long.BYTES)));
  }

  @Override
  public float readFloat(long offset) {
    return Float.intBitsToFloat(readInt(offset));
  }

  @Override
  public double readDouble(long offset) {
    return Double.longBitsToDouble(readLong(offset));
  }

  @Override
  public Pointer readPointer(long offset) {
    return library.pointerOrNull(readInt(offset));
  }

  @Override
  public String readString(long offset) {
    return inside(
        () -> {
          int from = at(offset, 1);
          long limit = Math.min(left(offset), inMemory(from));
          String text = Text.read(memory(), from, limit);
          if (text == null) {
            throw new IndexOutOfBoundsException(this + ": string at " + offset + " has no NUL");
          }
          return text;
        });
  }

  @Override
  public void read(long offset, byte[] target) {
    inside(() -> memory().read(at(offset, target.length), target, 0, target.length));
  }

  @Override
  public <R extends Record> R read(long offset, Class<R> type) {
    StructCodec codec = library.structs().of(type);
    return type.cast(inside(() -> codec.read(library, at(offset, codec.layout().size()))));
  }

  @Override
  public void writeByte(long offset, byte value) {
    inside(() -> memory().writeByte(at(offset, Byte.BYTES), value));
  }

  @Override
  public void writeShort(long offset, short value) {
    inside(() -> memory().writeShort(at(offset, Short.BYTES), value));
  }

  @Override
  public void writeInt(long offset, int value) {
    inside(() -> memory().writeInt(at(offset, Integer.BYTES), value));
  }

  @Override
  public void writeLong(long offset, long value) {
    inside(() -> memory().writeLong(at(offset, Long.BYTES), value));
  }

  @Override
  public void writeFloat(long offset, float value) {
    writeInt(offset, Float.floatToRawIntBits(value));
  }

  @Override
  public void writeDouble(long offset, double value) {
    writeLong(offset, Double.doubleToRawLongBits(value));
  }

  @Override
  public void writePointer(long offset, Pointer value) {
    writeInt(offset, library.addressOf(value));
  }

  @Override
  public void writeString(long offset, String value) {
    byte[] bytes = Text.bytes(value);
    if (bytes == null) {
      throw new IllegalArgumentException(
          this + ": string has a NUL inside, at " + value.indexOf(0));
    }
    inside(() -> Text.write(memory(), at(offset, bytes.length + 1), bytes));
  }

  @Override
  public void write(long offset, byte[] source) {
    inside(() -> memory().write(at(offset, source.length), source, 0, source.length));
  }

  @Override
  public void write(long offset, Record value) {
    StructCodec codec = library.structs().of(value.getClass());
    inside(() -> codec.write(library, at(offset, codec.layout().size()), value, null));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GuestPointer pointer
        && pointer.address == address
        && pointer.isOf(library);
  }

  @Override
  public int hashCode() {
    return address;
  }

  @Override
  public String toString() {
    return String.format("%s: pointer 0x%08x", library, address);
  }

  private Memory memory() {
    return library.memory();
  }

  /** The address of some bytes, which are inside of what the pointer points to. */
  private int at(long offset, long bytes) {
    check(offset, bytes);
    if (offset + bytes > inMemory(address)) {
      throw outside(offset, bytes, "memory ends after " + inMemory(address));
    }
    return address + (int) offset;
  }

  private void check(long offset, long bytes) {
    if (offset < 0 || bytes < 0 || offset > size || bytes > size - offset) {
      throw outside(offset, bytes, "it has " + size);
    } else if (offset > 0xffff_ffffL - Integer.toUnsignedLong(address)) {
      throw outside(offset, bytes, "addresses have 32 bits");
    }
  }

  private IndexOutOfBoundsException outside(long offset, long bytes, String bound) {
    return new IndexOutOfBoundsException(
        this + ": " + bytes + " bytes at " + offset + " are out of bounds: " + bound);
  }

  private long inMemory(int from) {
    return memory().pages() * MemoryType.PAGE_SIZE - Integer.toUnsignedLong(from);
  }

  private long left(long offset) {
    return size == Long.MAX_VALUE ? size : size - offset;
  }

  private void inside(Runnable work) {
    library.inside(
        () -> {
          work.run();
          return null;
        });
  }

  private <T> T inside(Supplier<T> work) {
    return library.inside(work);
  }
}
