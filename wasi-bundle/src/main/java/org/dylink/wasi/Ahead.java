package org.dylink.wasi;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * What has been read of a stream and nobody has taken yet. Java can neither ask whether a stream is
 * at its end, nor stop a thread that waits for the keyboard: where nothing is there at once, a
 * thread of its own reads, and the program waits for that. Programs that share a stream share this,
 * so that nothing is lost if one ends before what it has waited for comes.
 *
 * <p>IDLE -> READING -> DATA, END or FAILED -> IDLE. Guarded by itself; only while it is READING is
 * the stream used without its lock.
 */
final class Ahead {
  /** See above. */
  enum State {
    IDLE,
    READING,
    DATA,
    END,
    FAILED
  }

  // It has no reference to its stream, which would keep that for ever.
  private static final Map<InputStream, Ahead> ALL = new WeakHashMap<>(); // guarded by itself
  private static final long KEEP_SECONDS = 1;
  private static final ExecutorService READERS =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          KEEP_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Ahead::thread);

  private State state = State.IDLE;
  private byte[] data;
  private int start;
  private int end;
  private IOException failure;
  private Thread reader;

  private Ahead() {}

  static Ahead of(InputStream stream) {
    synchronized (ALL) {
      return ALL.computeIfAbsent(stream, s -> new Ahead());
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "dylink-input");
    thread.setDaemon(true);
    return thread;
  }

  State state() {
    return state;
  }

  /** How many bytes there are to be taken. */
  int size() {
    return state == State.DATA ? end - start : 0;
  }

  /** Starts to read; to be called if IDLE. */
  void begin(InputStream stream, int size) {
    state = State.READING;
    byte[] target = new byte[size];
    READERS.execute(() -> read(stream, target));
  }

  private void read(InputStream stream, byte[] target) {
    int got = 0;
    IOException thrown = null;
    setReader(Thread.currentThread());
    try {
      got = stream.read(target, 0, target.length);
    } catch (IOException e) {
      thrown = e;
    } catch (RuntimeException e) {
      thrown = new IOException(e);
    }
    done(target, got, thrown);
  }

  private synchronized void setReader(Thread thread) {
    reader = thread;
  }

  private synchronized void done(byte[] target, int got, IOException thrown) {
    reader = null;
    Thread.interrupted(); // was meant for this read
    data = target;
    start = 0;
    end = got;
    failure = thrown;
    state = thrown != null ? State.FAILED : got < 0 ? State.END : State.DATA;
    notifyAll();
  }

  /** Takes some of the data. */
  int take(byte[] target, int offset, int size) {
    int count = Math.min(size, end - start);
    System.arraycopy(data, start, target, offset, count);
    start += count;
    if (start == end) {
      forget();
    }
    return count;
  }

  /** Takes the failure. */
  IOException takeFailure() {
    IOException taken = failure;
    forget();
    return taken;
  }

  /** Whoever asks next reads again: behind the end, or a failure, of a terminal more may come. */
  void forget() {
    state = State.IDLE;
    data = null;
    failure = null;
  }

  /** Nobody waits any more: a stream that can be interrupted is not read on. */
  synchronized void giveUp() {
    if (reader != null) {
      reader.interrupt();
    }
  }
}
