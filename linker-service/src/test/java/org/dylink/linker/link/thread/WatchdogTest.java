package org.dylink.linker.link.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.dylink.engine.ExecutionControl;
import org.dylink.engine.GuestFrame;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchdogTest {
  /** Notes when it is stopped, and lets its work wait for that. */
  private static final class FakeControl implements ExecutionControl {
    private final CountDownLatch stopped = new CountDownLatch(1);
    private String reason;

    @Override
    public void enter() {}

    @Override
    public boolean tryEnter() {
      return true;
    }

    @Override
    public void leave() {}

    @Override
    public int depth() {
      return 1;
    }

    @Override
    public void checkNotStopped() {}

    @Override
    public RuntimeException explained(RuntimeException thrown) {
      return thrown;
    }

    @Override
    public void stop(String why) {
      reason = why;
      stopped.countDown();
    }

    Object runUntilStopped() {
      try {
        stopped.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      List<GuestFrame> stack = List.of(new GuestFrame("main.wasm", "loop"));
      throw new TrapException(TrapKind.STOPPED, reason, stack, null);
    }
  }

  private final FakeControl control = new FakeControl();

  @Test
  void withoutALimitThereIsNoThread() throws LinkException {
    try (Watchdog watchdog = new Watchdog(control, Optional.empty(), -1)) {
      assertEquals(5, watchdog.call(() -> 5));
      assertEquals(0, threads(-1));
    }
  }

  @Test
  void theClockStartsWithTheFirstWorkAndIsOneForAll() throws LinkException {
    try (Watchdog watchdog = new Watchdog(control, Optional.of(Duration.ofDays(1)), -2)) {
      assertEquals(0, threads(-2));
      watchdog.call(() -> 5);
      watchdog.call(() -> 5);
      assertEquals(1, threads(-2));
    }
  }

  @Test
  void stopsWorkThatTakesTooLong() {
    try (Watchdog watchdog = new Watchdog(control, Optional.of(Duration.ofMillis(20)), -3)) {
      TrapException thrown =
          assertThrows(TrapException.class, () -> watchdog.call(control::runUntilStopped));

      assertEquals(TrapKind.TIMEOUT, thrown.kind());
      assertEquals("still running after 0.02 s", thrown.getMessage());
      assertEquals("[loop (main.wasm)]", thrown.guestStack().toString());
    }
  }

  @Test
  void anotherStopIsNoTimeout() {
    try (Watchdog watchdog = new Watchdog(control, Optional.of(Duration.ofDays(1)), -4)) {
      watchdog.stop("enough");
      TrapException thrown =
          assertThrows(TrapException.class, () -> watchdog.call(control::runUntilStopped));

      assertEquals(TrapKind.STOPPED, thrown.kind());
      assertEquals("enough", thrown.getMessage());
    }
  }

  @Test
  void aTrapIsPassedOn() {
    try (Watchdog watchdog = new Watchdog(control, Optional.empty(), -5)) {
      TrapException trap = new TrapException(TrapKind.UNREACHABLE, "unreachable");
      Watchdog.Work<Object> work =
          () -> {
            throw trap;
          };
      assertSame(trap, assertThrows(TrapException.class, () -> watchdog.call(work)));
    }
  }

  @Test
  void aFailedLinkIsPassedOn() {
    try (Watchdog watchdog = new Watchdog(control, Optional.empty(), -6)) {
      LinkException failure = LinkException.of(Reason.NO_SPACE, "a.so", "does not fit", null);
      Watchdog.Work<Object> work =
          () -> {
            throw failure;
          };
      assertSame(failure, assertThrows(LinkException.class, () -> watchdog.call(work)));
    }
  }

  private static long threads(long program) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("dylink-timeout-" + program))
        .count();
  }
}
