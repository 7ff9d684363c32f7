package org.dylink.wasi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** A standard stream. It belongs to whoever gave it to the program, and is not closed here. */
final class OpenStream extends Descriptor {
  private static final long READS = Rights.STREAM | Rights.FD_READ;
  private static final long WRITES = Rights.STREAM | Rights.FD_WRITE;

  private final Input in; // null of an output
  private final Output out; // null of an input
  private final boolean terminal;

  private OpenStream(Input in, Output out, long able, boolean terminal) {
    super(able, able, 0, 0);
    this.in = in;
    this.out = out;
    this.terminal = terminal;
  }

  static OpenStream of(InputStream in, boolean terminal) {
    return new OpenStream(new Input(in), null, READS, terminal);
  }

  static OpenStream of(OutputStream out, boolean terminal) {
    return new OpenStream(null, new Output(out), WRITES, terminal);
  }

  /** See {@link Input#readable}. */
  long readable() {
    return in.readable();
  }

  // C takes a character device without a position for a terminal, and buffers lines there.
  @Override
  int type() {
    return terminal ? FileStat.CHARACTER_DEVICE : FileStat.UNKNOWN;
  }

  @Override
  FileStat stat() {
    return new FileStat(0, 0, FileStat.CHARACTER_DEVICE, 0, 0, 0, 0, 0);
  }

  @Override
  int refusal(long missing) {
    if ((missing & Rights.OF_FOLDERS) != 0) {
      return WasiErrno.NOTDIR;
    }
    if ((missing & (Rights.FD_READ | Rights.FD_WRITE)) != 0) {
      return WasiErrno.BADF;
    }
    long placed = Rights.FD_SEEK | Rights.FD_TELL | Rights.FD_ADVISE | Rights.FD_ALLOCATE;
    return (missing & placed) != 0 ? WasiErrno.SPIPE : WasiErrno.INVAL;
  }

  @Override
  int read(ByteBuffer target) throws IOException {
    if (!target.hasRemaining()) {
      return 0;
    }
    int got = in.read(target.array(), target.arrayOffset() + target.position(), target.remaining());
    target.position(target.position() + Math.max(got, 0));
    return got;
  }

  @Override
  int write(ByteBuffer source) throws IOException {
    int size = source.remaining();
    out.write(source.array(), source.arrayOffset() + source.position(), size);
    source.position(source.limit());
    return size;
  }

  @Override
  void close() {
    if (in != null) {
      in.close();
    }
  }
}
