package org.dylink.wasi;

import java.io.IOException;

/** What a program asks about a file descriptor, and sets of it. */
final class AttributeCalls {
  private final GuestMemory memory;
  private final Descriptors open;

  AttributeCalls(WasiState state) {
    memory = state.memory();
    open = state.open();
  }

  int fdFdstatGet(int descriptor, int result) {
    Descriptor found = open.get(descriptor);
    memory.check(result, 24);
    memory.writeLong(result, 0); // padding
    memory.writeByte(result, (byte) found.type());
    memory.writeShort(result + 2, (short) found.flags());
    memory.writeLong(result + 8, found.rights());
    memory.writeLong(result + 16, found.inheriting());
    return WasiErrno.SUCCESS;
  }

  int fdFdstatSetFlags(int descriptor, int flags) {
    Descriptor changed = open.get(descriptor, Rights.FD_FDSTAT_SET_FLAGS);
    if ((flags & ~Descriptor.ALL_FLAGS) != 0) {
      return WasiErrno.INVAL;
    }
    changed.setFlags(flags);
    return WasiErrno.SUCCESS;
  }

  int fdFdstatSetRights(int descriptor, long rights, long inheriting) {
    open.get(descriptor).restrict(rights, inheriting);
    return WasiErrno.SUCCESS;
  }

  int fdFilestatGet(int descriptor, int result) throws IOException {
    Descriptor found = open.get(descriptor, Rights.FD_FILESTAT_GET);
    memory.check(result, FileStat.SIZE);
    found.stat().write(memory, result);
    return WasiErrno.SUCCESS;
  }

  int fdFilestatSetTimes(int descriptor, long accessed, long modified, int flags)
      throws IOException {
    OnDisk changed = open.onDisk(descriptor, Rights.FD_FILESTAT_SET_TIMES);
    try (Handle.Use use = changed.handle().use()) {
      FileTimes.of(accessed, modified, flags).set(use.path());
    }
    return WasiErrno.SUCCESS;
  }

  int fdPrestatGet(int descriptor, int result) {
    byte[] name = granted(descriptor).grantedAs();
    memory.check(result, Long.BYTES);
    memory.writeInt(result, 0); // preopentype: a folder
    memory.writeInt(result + Integer.BYTES, name.length);
    return WasiErrno.SUCCESS;
  }

  int fdPrestatDirName(int descriptor, int address, int size) {
    byte[] name = granted(descriptor).grantedAs();
    if (Integer.compareUnsigned(size, name.length) < 0) {
      return WasiErrno.NAMETOOLONG;
    }
    memory.write(address, name, 0, name.length);
    return WasiErrno.SUCCESS;
  }

  private OpenFolder granted(int descriptor) {
    if (open.get(descriptor) instanceof OpenFolder folder) {
      return folder;
    }
    throw new ErrnoException(
        WasiErrno.BADF); // as of one that is not open: a C library tries them all
  }
}
