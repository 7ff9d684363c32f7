package org.dylink.linker;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The pipes between one program and Java. Each holds up to a limit, then its writer waits; but a
 * program does not wait for Java while Java waits for the program, whichever pipe it waits at: so
 * reading one output to its end before the other is no deadlock.
 */
final class Pipes {
  /** Bytes that a pipe takes ahead of its reader: 1 MiB. */
  static final int LIMIT = 1 << 20;

  private final String program;
  private final Map<StandardStream, Pipe> pipes = new EnumMap<>(StandardStream.class);
  private int waiting; // guarded by this: threads of Java that wait for the program
  private boolean closed; // guarded by this

  Pipes(String program, Set<StandardStream> streams) {
    this.program = program;
    streams.forEach(stream -> pipes.put(stream, new Pipe(stream)));
  }

  /** The end from which is read: of standard input the program's, of the others Java's. */
  InputStream reader(StandardStream stream) {
    return pipe(stream).reader;
  }

  /** The end to which is written. */
  OutputStream writer(StandardStream stream) {
    return pipe(stream).writer;
  }

  /** The program has ended: what it has written can still be read, nothing more comes. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  /** Java waits for the program's end, and does not read meanwhile. */
  synchronized void beginWait() {
    waiting++;
    notifyAll();
  }

  synchronized void endWait() {
    waiting--;
  }

  private Pipe pipe(StandardStream stream) {
    Pipe pipe = pipes.get(stream);
    if (pipe == null) {
      throw new IllegalStateException(program + ": " + stream + " is no pipe: ask for it first");
    }
    return pipe;
  }

  private final class Pipe {
    private final StandardStream stream;
    private final boolean isRead; // by Java, and not by the program
    private final InputStream reader = new Reader(this);
    private final OutputStream writer = new Writer(this);
    private byte[] ring = new byte[512]; // all of this is guarded by Pipes.this
    private int start;
    private int size;
    private boolean writerClosed;
    private boolean readerClosed;

    Pipe(StandardStream stream) {
      this.stream = stream;
      this.isRead = stream != StandardStream.STDIN;
    }

    int read(byte[] target, int offset, int length) throws IOException {
      synchronized (Pipes.this) {
        while (size == 0 && !writerClosed && !closed) {
          pause(isRead);
        }
        int count = Math.min(length, size);
        copyOut(target, offset, count);
        start = (start + count) % ring.length;
        size -= count;
        Pipes.this.notifyAll();
        return count == 0 ? -1 : count;
      }
    }

    void write(byte[] source, int offset, int length) throws IOException {
      synchronized (Pipes.this) {
        int done = 0;
        while (done < length) {
          int count = Math.min(awaitRoom(), length - done);
          append(source, offset + done, count);
          done += count;
        }
      }
    }

    /** Waits until something can be written; returns how much. */
    private int awaitRoom() throws IOException {
      while (!writerClosed && !readerClosed && !closed) {
        if (size < LIMIT) {
          return LIMIT - size;
        } else if (isRead && waiting > 0) {
          return LIMIT;
        }
        pause(!isRead);
      }
      String why = closed ? "the program has ended" : "the pipe is closed";
      // The cause is what a program is told of that writes there.
      throw new IOException(program + ": " + stream + ": " + why, new IOException("Broken pipe"));
    }

    private void append(byte[] source, int offset, int count) {
      if (size + count > ring.length) {
        byte[] larger = new byte[Math.max(size + count, 2 * ring.length)];
        copyOut(larger, 0, size);
        ring = larger;
        start = 0;
      }
      int at = (start + size) % ring.length;
      int first = Math.min(count, ring.length - at);
      System.arraycopy(source, offset, ring, at, first);
      System.arraycopy(source, offset + first, ring, 0, count - first);
      size += count;
      Pipes.this.notifyAll();
    }

    private void copyOut(byte[] target, int offset, int count) {
      int first = Math.min(count, ring.length - start);
      System.arraycopy(ring, start, target, offset, first);
      System.arraycopy(ring, 0, target, offset + first, count - first);
    }

    int available() {
      synchronized (Pipes.this) {
        return size;
      }
    }

    void closeReader() {
      synchronized (Pipes.this) {
        readerClosed = true;
        size = 0;
        Pipes.this.notifyAll();
      }
    }

    void closeWriter() {
      synchronized (Pipes.this) {
        writerClosed = true;
        Pipes.this.notifyAll();
      }
    }
  }

  /**
   * Waits for the other side.
   *
   * @param isJava whether it is Java that waits for the program
   */
  @SuppressWarnings("WaitNotInLoop") // the callers have the loop
  private synchronized void pause(boolean isJava) throws IOException {
    try {
      if (isJava) {
        beginWait();
      }
      wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(program + ": interrupted");
    } finally {
      if (isJava) {
        endWait();
      }
    }
  }

  private static final class Reader extends InputStream {
    private final Pipe pipe;

    Reader(Pipe pipe) {
      this.pipe = pipe;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, target.length);
      return length == 0 ? 0 : pipe.read(target, offset, length);
    }

    @Override
    public int available() {
      return pipe.available();
    }

    @Override
    public void close() {
      pipe.closeReader();
    }
  }

  private static final class Writer extends OutputStream {
    private final Pipe pipe;

    Writer(Pipe pipe) {
      this.pipe = pipe;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, source.length);
      pipe.write(source, offset, length);
    }

    @Override
    public void close() {
      pipe.closeWriter();
    }
  }
}
