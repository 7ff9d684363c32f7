package org.dylink.wasi;

import java.io.IOException;

/**
 * Reading and writing. Of several threads at one file or output, each call is whole before the next
 * one begins, as on Linux; at an input, each gets what is there.
 */
final class TransferCalls {
  private final GuestMemory memory;
  private final Descriptors open;

  TransferCalls(WasiState state) {
    memory = state.memory();
    open = state.open();
  }

  int fdRead(int descriptor, int vectors, int count, int result) throws IOException {
    Descriptor read = open.get(descriptor, Rights.FD_READ);
    // A stream may have more only later: what is there is the answer, as in POSIX.
    boolean stream = read instanceof OpenStream;
    Transfer transfer = Transfer.in(memory, stream, (target, before) -> read.read(target));
    if (stream) {
      return transfer.run(vectors, count, result);
    }
    synchronized (read) {
      return transfer.run(vectors, count, result);
    }
  }

  int fdPread(int descriptor, int vectors, int count, long offset, int result) throws IOException {
    OpenFile file = placed(descriptor, Rights.FD_READ, offset);
    return Transfer.in(memory, false, (target, before) -> file.read(target, offset + before))
        .run(vectors, count, result);
  }

  int fdWrite(int descriptor, int vectors, int count, int result) throws IOException {
    Descriptor written = open.get(descriptor, Rights.FD_WRITE);
    Transfer transfer = Transfer.out(memory, (source, before) -> written.write(source));
    synchronized (written) {
      return transfer.run(vectors, count, result);
    }
  }

  int fdPwrite(int descriptor, int vectors, int count, long offset, int result) throws IOException {
    OpenFile file = placed(descriptor, Rights.FD_WRITE, offset);
    return Transfer.out(memory, (source, before) -> file.write(source, offset + before))
        .run(vectors, count, result);
  }

  // witx of fd_read: with fd_seek it includes the right to fd_pread.
  private OpenFile placed(int descriptor, long right, long offset) {
    open.get(descriptor, right & Rights.FD_READ);
    OpenFile file = open.file(descriptor, right | Rights.FD_SEEK);
    if (offset < 0) {
      throw new ErrnoException(WasiErrno.INVAL);
    }
    return file;
  }
}
