package org.dylink.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.concurrent.atomic.AtomicReference;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
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
    assertEquals(Errno.BADF, guest.memory.readShort(OUT + 64 + 8));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 4097})
  void refusesBadCounts(int count) {
    assertEquals(Errno.INVAL, poll(count));
  }

  @Test
  void refusesUnknownEvents() {
    subscribe(0, 3, 0);
    assertEquals(Errno.INVAL, poll(1));
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
