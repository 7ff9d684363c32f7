package org.dylink.wasi;

import java.io.IOException;

/** What a program does with a file descriptor, other than reading, writing and asking about it. */
final class FileCalls {
  private static final int LAST_ADVICE = 5; // noreuse

  private final GuestMemory memory;
  private final Descriptors open;

  FileCalls(WasiState state) {
    memory = state.memory();
    open = state.open();
  }

  /** Checks its arguments; Java cannot pass advice on. */
  int fdAdvise(int descriptor, long offset, long size, int advice) {
    open.get(descriptor, Rights.FD_ADVISE);
    return size < 0 || advice < 0 || advice > LAST_ADVICE ? WasiErrno.INVAL : WasiErrno.SUCCESS;
  }

  int fdAllocate(int descriptor, long offset, long size) throws IOException {
    OpenFile file = open.file(descriptor, Rights.FD_ALLOCATE);
    if (offset < 0 || size <= 0) {
      return WasiErrno.INVAL;
    }
    if (offset > Long.MAX_VALUE - size) {
      return WasiErrno.FBIG;
    }
    file.reach(offset + size);
    return WasiErrno.SUCCESS;
  }

  int fdClose(int descriptor) throws IOException {
    open.close(descriptor);
    return WasiErrno.SUCCESS;
  }

  int fdDatasync(int descriptor) throws IOException {
    boolean more = open.get(descriptor).may(Rights.FD_SYNC); // a C library asks for that alone
    open.onDisk(descriptor, more ? Rights.FD_SYNC : Rights.FD_DATASYNC).force(false);
    return WasiErrno.SUCCESS;
  }

  int fdSync(int descriptor) throws IOException {
    open.onDisk(descriptor, Rights.FD_SYNC).force(true);
    return WasiErrno.SUCCESS;
  }

  int fdFilestatSetSize(int descriptor, long size) throws IOException {
    open.file(descriptor, Rights.FD_FILESTAT_SET_SIZE).resize(size);
    return WasiErrno.SUCCESS;
  }

  int fdRenumber(int from, int to) throws IOException {
    open.renumber(from, to);
    return WasiErrno.SUCCESS;
  }

  int fdSeek(int descriptor, long offset, int whence, int result) throws IOException {
    boolean stays = offset == 0 && whence == OpenFile.WHENCE_CURRENT;
    OpenFile file = open.file(descriptor, stays ? Rights.FD_TELL : Rights.FD_SEEK);
    memory.check(result, Long.BYTES);
    memory.writeLong(result, file.seek(offset, whence));
    return WasiErrno.SUCCESS;
  }

  int fdTell(int descriptor, int result) {
    memory.writeLong(result, open.file(descriptor, Rights.FD_TELL).position());
    return WasiErrno.SUCCESS;
  }
}
