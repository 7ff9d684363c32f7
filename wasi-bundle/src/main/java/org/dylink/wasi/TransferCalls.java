package org.dylink.wasi;

import run.endive.wasi.WasiPreview1;

/** Reading and writing. */
final class TransferCalls {
  private static final int WHENCE_END = 2;

  private final WasiPreview1 endive;
  private final GuestMemory memory;
  private final OpenFiles files;

  TransferCalls(WasiState state) {
    endive = state.endive();
    memory = state.memory();
    files = state.files();
  }

  int fdRead(int descriptor, int vectors, int count, int result) {
    // A stream may have more only later: what is there is the answer, as in POSIX.
    boolean stream = files.get(descriptor).isStream();
    return new Transfer(memory, stream) {
      @Override
      int step(Exchange exchange, long done) {
        return endive.fdRead(exchange, descriptor, Exchange.VECTORS, 1, Exchange.RESULT);
      }
    }.run(vectors, count, result);
  }

  int fdPread(int descriptor, int vectors, int count, long offset, int result) {
    files.get(descriptor);
    return new Transfer(memory, false) {
      @Override
      int step(Exchange exchange, long done) {
        return endive.fdPread(
            exchange, descriptor, Exchange.VECTORS, 1, offset + done, Exchange.RESULT);
      }
    }.run(vectors, count, result);
  }

  int fdWrite(int descriptor, int vectors, int count, int result) {
    boolean appends = files.get(descriptor).appends();
    return new Transfer(memory, false) {
      @Override
      int step(Exchange exchange, long done) {
        if (appends) {
          // Another process may write between the two: only what Java opens to append is atomic.
          endive.fdSeek(exchange, descriptor, 0, WHENCE_END, Exchange.RESULT);
        }
        return endive.fdWrite(exchange, descriptor, Exchange.VECTORS, 1, Exchange.RESULT);
      }
    }.run(vectors, count, result);
  }

  int fdPwrite(int descriptor, int vectors, int count, long offset, int result) {
    files.get(descriptor);
    return new Transfer(memory, false) {
      @Override
      int step(Exchange exchange, long done) {
        return endive.fdPwrite(
            exchange, descriptor, Exchange.VECTORS, 1, offset + done, Exchange.RESULT);
      }
    }.run(vectors, count, result);
  }
}
