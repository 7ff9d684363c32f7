package org.dylink.wasi;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.dylink.engine.Memory;
import org.dylink.engine.host.Guest;

/**
 * The program's memory, as Endive's WASI wants to see it. Asks the guest for it at each access: it
 * does not exist yet when the host library is opened.
 */
final class GuestMemory extends PartialMemory {
  /** The longest path that is read, in bytes: PATH_MAX of Linux. */
  static final int MAX_PATH = 4096;

  private static final int PAGE_SHIFT = 16;

  private final Guest guest;

  GuestMemory(Guest guest) {
    this.guest = guest;
  }

  /**
   * Checks a range before anything is allocated or done for it.
   *
   * @param address its first byte, unsigned
   * @param size in bytes, not negative
   * @throws ErrnoException FAULT if it passes the end of the memory
   */
  void check(int address, long size) {
    long end = (long) memory().pages() << PAGE_SHIFT;
    if (size > end - Integer.toUnsignedLong(address)) {
      throw new ErrnoException(Errno.FAULT);
    }
  }

  /**
   * Reads a path.
   *
   * @throws ErrnoException FAULT, NAMETOOLONG, or ILSEQ if it is not UTF-8, as the specification
   *     says of strings
   */
  String path(int address, int size) {
    check(address, Integer.toUnsignedLong(size));
    if (Integer.compareUnsigned(size, MAX_PATH) > 0) {
      throw new ErrnoException(Errno.NAMETOOLONG);
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(readBytes(address, size));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new ErrnoException(Errno.ILSEQ);
    }
  }

  private Memory memory() {
    return guest.memory();
  }

  @Override
  public byte read(int address) {
    return memory().readByte(address);
  }

  @Override
  public short readShort(int address) {
    return memory().readShort(address);
  }

  @Override
  public int readInt(int address) {
    return memory().readInt(address);
  }

  @Override
  public long readLong(int address) {
    return memory().readLong(address);
  }

  @Override
  public byte[] readBytes(int address, int size) {
    check(address, Integer.toUnsignedLong(size));
    byte[] bytes = new byte[size];
    memory().read(address, bytes, 0, size);
    return bytes;
  }

  @Override
  public void writeByte(int address, byte value) {
    memory().writeByte(address, value);
  }

  @Override
  public void writeShort(int address, short value) {
    memory().writeShort(address, value);
  }

  @Override
  public void writeI32(int address, int value) {
    memory().writeInt(address, value);
  }

  @Override
  public void writeLong(int address, long value) {
    memory().writeLong(address, value);
  }

  @Override
  public void write(int address, byte[] source, int offset, int size) {
    memory().write(address, source, offset, size);
  }

  @Override
  public void fill(byte value, int from, int to) {
    memory().fill(from, value, to - from);
  }
}
