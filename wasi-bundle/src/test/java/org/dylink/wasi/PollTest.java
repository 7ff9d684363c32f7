package org.dylink.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@SuppressWarnings("InputStreamSlowMultibyteRead") // a byte at a time, as from a keyboard
class PollTest {
  private static final int CLOCK = 0;
  private static final int READABLE = 1;
  private static final int WRITABLE = 2;
  private static final int MONOTONIC = 1;
  private static final int IN = 0x2000;
  private static final int OUT = 0x4000;

  private final FakeGuest guest = new FakeGuest();
  private final Caller wasi = new Caller(guest);

  @Test
  void aClockWakesUp() {
    subscribeClock(0, 1_000_000);
    assertEquals(0, poll(1));
    assertEquals(1, wasi.result());
    assertEquals(7, guest.memory.readLong(OUT), "user data");
    assertEquals(0, guest.memory.readShort(OUT + 8), "errno");
    assertEquals(CLOCK, guest.memory.readByte(OUT + 10));
  }

  @Test
  void streamsAreReady() {
    guest.stdin = new ByteArrayInputStream(new byte[5]);
    Caller late = new Caller(guest);
    subscribe(0, READABLE, 0);
    subscribe(1, WRITABLE, 1);
    subscribe(2, READABLE, 99);
    assertEquals(0, late.call("poll_oneoff", IN, OUT, 3, Caller.RESULT));
    assertEquals(3, late.result());
    assertEquals(READABLE, guest.memory.readByte(OUT + 10));
    assertEquals(5, guest.memory.readLong(OUT + 16), "bytes to read");
    assertEquals(WRITABLE, guest.memory.readByte(OUT + 32 + 10));
    assertEquals(WasiErrno.BADF, guest.memory.readShort(OUT + 64 + 8));
  }

  @Test
  void theEndOfAStreamIsReady() {
    subscribe(0, READABLE, 0);
    assertEquals(0, poll(1)); // no clock: it would wait for ever
    assertEquals(1, wasi.result());
    assertEquals(0, guest.memory.readShort(OUT + 8), "errno");
    assertEquals(0, guest.memory.readLong(OUT + 16), "bytes to read");
    assertEquals(0, wasi.read(0, 10));
    assertEquals(0, wasi.result());
    assertEquals(0, poll(1)); // and it stays at its end
    assertEquals(1, wasi.result());
  }

  @Test
  void aStreamThatFailsIsReady() {
    guest.stdin =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Bad file descriptor");
          }
        };
    Caller late = new Caller(guest);
    subscribe(0, READABLE, 0);
    assertEquals(0, late.call("poll_oneoff", IN, OUT, 1, Caller.RESULT));
    assertEquals(1, late.result());
    assertEquals(WasiErrno.BADF, late.read(0, 10));
  }

  @Test
  void aPipeIsReadyOnceSomethingIsWritten() throws Exception {
    Pipe pipe = Pipe.open();
    guest.stdin = Channels.newInputStream(pipe.source());
    Caller late = new Caller(guest);
    subscribe(0, READABLE, 0);
    subscribeClock(1, 1_000_000);
    assertEquals(0, late.call("poll_oneoff", IN, OUT, 2, Caller.RESULT));
    assertEquals(1, late.result());
    assertEquals(CLOCK, guest.memory.readByte(OUT + 10));
    pipe.sink().write(ByteBuffer.wrap("line".getBytes(StandardCharsets.UTF_8)));
    assertEquals(0, late.call("poll_oneoff", IN, OUT, 1, Caller.RESULT));
    assertEquals(READABLE, guest.memory.readByte(OUT + 10));
    String read = "";
    while (read.length() < 4) {
      assertEquals(0, late.read(0, 10));
      read += late.text().substring(0, late.result());
    }
    assertEquals("line", read);
    pipe.sink().close();
    assertEquals(0, late.call("poll_oneoff", IN, OUT, 1, Caller.RESULT));
    assertEquals(READABLE, guest.memory.readByte(OUT + 10));
    assertEquals(0, late.read(0, 10));
    assertEquals(0, late.result());
  }

  @Test
  void whatOneProgramHasWaitedForTheNextOneReads() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch typed = new CountDownLatch(1);
    guest.stdin =
        new InputStream() {
          @Override
          public int read() {
            asked.countDown();
            awaitEver(typed); // as the keyboard does
            return 'k';
          }
        };
    subscribe(0, READABLE, 0);
    subscribeClock(1, 1);
    assertEquals(0, new Caller(guest).call("poll_oneoff", IN, OUT, 2, Caller.RESULT));
    asked.await();
    typed.countDown();
    Caller next = new Caller(guest);
    assertEquals(0, next.read(0, 1));
    assertEquals("k", next.text());
  }

  @Test
  void aProgramThatWaitsForAStreamCanBeStopped() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    guest.stdin =
        new InputStream() {
          @Override
          public int read() {
            asked.countDown();
            awaitEver(new CountDownLatch(1));
            return -1;
          }
        };
    Caller late = new Caller(guest);
    for (String call : List.of("read", "poll")) {
      subscribe(0, READABLE, 0);
      AtomicReference<RuntimeException> thrown = new AtomicReference<>();
      Thread waiting =
          new Thread(
              () -> {
                try {
                  if (call.equals("read")) {
                    late.read(0, 10);
                  } else {
                    late.call("poll_oneoff", IN, OUT, 1, Caller.RESULT);
                  }
                } catch (RuntimeException e) {
                  thrown.set(e);
                }
              });
      waiting.start();
      asked.await();
      waiting.interrupt();
      waiting.join();
      assertEquals("thread was interrupted", thrown.get().getMessage(), call);
    }
  }

  // What no interrupt ends.
  private static void awaitEver(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        // goes on, as a read of the keyboard does
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 4097})
  void refusesBadCounts(int count) {
    assertEquals(WasiErrno.INVAL, poll(count));
  }

  @Test
  void refusesUnknownEvents() {
    subscribe(0, 3, 0);
    assertEquals(WasiErrno.INVAL, poll(1));
  }

  @Test
  void aSleepingProgramCanBeStopped() throws InterruptedException {
    subscribeClock(0, Long.MAX_VALUE);
    AtomicReference<RuntimeException> thrown = new AtomicReference<>();
    Thread sleeper =
        new Thread(
            () -> {
              try {
                poll(1);
              } catch (RuntimeException e) {
                thrown.set(e);
              }
              assertTrue(Thread.currentThread().isInterrupted());
            });
    sleeper.start();
    while (sleeper.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    sleeper.interrupt();
    sleeper.join();
    TrapException trap = (TrapException) thrown.get();
    assertEquals(TrapKind.STOPPED, trap.kind());
    assertEquals("thread was interrupted", trap.getMessage());
  }

  private int poll(int count) {
    return wasi.call("poll_oneoff", IN, OUT, count, Caller.RESULT);
  }

  private void subscribe(int index, int event, int descriptor) {
    int at = IN + 48 * index;
    guest.memory.writeLong(at, 7);
    guest.memory.writeByte(at + 8, (byte) event);
    guest.memory.writeInt(at + 16, descriptor);
  }

  private void subscribeClock(int index, long nanoseconds) {
    subscribe(index, CLOCK, MONOTONIC);
    guest.memory.writeLong(IN + 48 * index + 24, nanoseconds);
  }
}
