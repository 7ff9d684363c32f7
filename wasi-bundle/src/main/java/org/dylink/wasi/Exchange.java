package org.dylink.wasi;

/**
 * What Endive sees in place of the guest's memory for one transfer: an array of one io vector at
 * {@link #VECTORS}, the guest's bytes that it names, and a result that stays here. So each transfer
 * has a bounded size, and its result can be looked at before the guest gets it.
 */
final class Exchange extends PartialMemory {
  /** Address of the io vector: pointer and size, 4 bytes each. */
  static final int VECTORS = 0;

  /** Address for the result, which {@link #result()} returns. */
  static final int RESULT = 8;

  private final GuestMemory memory;
  private int address;
  private int size;
  private long result;

  Exchange(GuestMemory memory) {
    this.memory = memory;
  }

  /** Sets the io vector. */
  void vector(int newAddress, int newSize) {
    address = newAddress;
    size = newSize;
  }

  /** What the last call wrote: a byte count, a file descriptor, a position. */
  long result() {
    return result;
  }

  @Override
  public int readInt(int at) {
    return at == VECTORS ? address : size;
  }

  @Override
  public byte[] readBytes(int from, int count) {
    return memory.readBytes(from, count);
  }

  @Override
  public void write(int to, byte[] source, int offset, int count) {
    memory.write(to, source, offset, count);
  }

  @Override
  public void writeI32(int at, int value) {
    result = value;
  }

  @Override
  public void writeLong(int at, long value) {
    result = value;
  }

  @Override
  public byte read(int at) {
    throw unused();
  }

  @Override
  public short readShort(int at) {
    throw unused();
  }

  @Override
  public long readLong(int at) {
    throw unused();
  }

  @Override
  public void writeByte(int at, byte value) {
    throw unused();
  }

  @Override
  public void writeShort(int at, short value) {
    throw unused();
  }

  @Override
  public void fill(byte value, int from, int to) {
    throw unused();
  }
}
