package org.dylink.wasi;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/** A program's input: reads that can be stopped, and looks that do not wait. */
final class Input {
  /** What {@link #readable} answers where a read would wait. */
  static final long NOT_YET = -1;

  // What is there, be it the end, is found in microseconds; this is for a machine that is busy.
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(20);

  private final InputStream stream;
  private final Ahead ahead;

  Input(InputStream stream) {
    this.stream = stream;
    this.ahead = Ahead.of(stream);
  }

  /**
   * Reads what is there; waits if there is nothing.
   *
   * @param size more than 0
   * @return how many bytes; less than 1 at the end
   * @throws org.dylink.engine.TrapException if the program is stopped meanwhile
   */
  int read(byte[] target, int offset, int size) throws IOException {
    synchronized (ahead) {
      while (true) {
        switch (ahead.state()) {
          case DATA -> {
            return readOn(target, offset, size, ahead.take(target, offset, size));
          }
          case END -> {
            ahead.forget();
            return -1;
          }
          case FAILED -> throw ahead.takeFailure();
          case IDLE -> {
            if (available() > 0) {
              return stream.read(target, offset, size);
            }
            ahead.begin(stream, size);
          }
          case READING -> await();
        }
      }
    }
  }

  // A program that looks first has a byte read ahead; the rest of the line belongs to it.
  private int readOn(byte[] target, int offset, int size, int got) throws IOException {
    int more = ahead.state() == Ahead.State.IDLE ? Math.min(available(), size - got) : 0;
    return got + (more > 0 ? Math.max(0, stream.read(target, offset + got, more)) : 0);
  }

  /** How many bytes can be read without waiting; 0 at the end and of a failure, or NOT_YET. */
  long readable() {
    synchronized (ahead) {
      if (ahead.state() == Ahead.State.IDLE) {
        int available = available();
        if (available > 0) {
          return available;
        }
        ahead.begin(stream, 1);
        awaitLook();
      }
      return switch (ahead.state()) {
        case READING -> NOT_YET;
        case DATA -> ahead.size() + (long) available();
        default -> 0;
      };
    }
  }

  // A stream that fails does so when it is read.
  private int available() {
    try {
      return stream.available();
    } catch (IOException e) {
      return 0;
    }
  }

  private void awaitLook() {
    long end = System.nanoTime() + LOOK;
    long left = LOOK;
    while (ahead.state() == Ahead.State.READING && left > 0) {
      await(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
      left = end - System.nanoTime();
    }
  }

  private void await() {
    await(0);
  }

  @SuppressWarnings("WaitNotInLoop") // the callers have the loop
  private void await(long milliseconds) {
    try {
      ahead.wait(milliseconds);
    } catch (InterruptedException e) {
      ahead.giveUp();
      Thread.currentThread().interrupt();
      Border.stopIfInterrupted();
    }
  }

  /** The program has ended. */
  void close() {
    ahead.giveUp();
  }
}
