package org.dylink.wasi;

import org.dylink.engine.Memory;
import org.dylink.engine.host.Guest;
import org.dylink.engine.host.HostNames;

/**
 * The program's memory. Asks the guest for it at each access: it does not exist yet when the host
 * library is opened.
 */
final class GuestMemory {
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
    long end = memory().pages() << PAGE_SHIFT;
    if (size > end - Integer.toUnsignedLong(address)) {
      throw new ErrnoException(WasiErrno.FAULT);
    }
  }

  /**
   * Reads a path: bytes, which {@link HostNames} keep.
   *
   * @throws ErrnoException FAULT, or NAMETOOLONG
   */
  String path(int address, int size) {
    check(address, Integer.toUnsignedLong(size));
    if (Integer.compareUnsigned(size, MAX_PATH) > 0) {
      throw new ErrnoException(WasiErrno.NAMETOOLONG);
    }
    return HostNames.text(readBytes(address, size));
  }

  private Memory memory() {
    return guest.memory();
  }

  byte readByte(int address) {
    return memory().readByte(address);
  }

  short readShort(int address) {
    return memory().readShort(address);
  }

  int readInt(int address) {
    return memory().readInt(address);
  }

  long readLong(int address) {
    return memory().readLong(address);
  }

  byte[] readBytes(int address, int size) {
    check(address, Integer.toUnsignedLong(size));
    byte[] bytes = new byte[size];
    memory().read(address, bytes, 0, size);
    return bytes;
  }

  void writeByte(int address, byte value) {
    memory().writeByte(address, value);
  }

  void writeShort(int address, short value) {
    memory().writeShort(address, value);
  }

  void writeInt(int address, int value) {
    memory().writeInt(address, value);
  }

  void writeLong(int address, long value) {
    memory().writeLong(address, value);
  }

  void write(int address, byte[] source, int offset, int size) {
    memory().write(address, source, offset, size);
  }
}
