package org.dylink.linker.link.thread;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dylink.engine.ExecutionControl;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.linker.LinkException;

/**
 * Lets guest code run, and stops it when the program's time is over. The clock starts with the
 * first guest code and does not stop in between. There is a thread only where there is a limit.
 */
public final class Watchdog implements AutoCloseable {
  /** Guest code, or linking that calls it. */
  @FunctionalInterface
  public interface Work<T> {
    T run() throws LinkException;
  }

  private final ExecutionControl control;
  private final Optional<Duration> limit;
  private final long program;
  private final CountDownLatch ended = new CountDownLatch(1);
  private boolean ticking;
  private volatile boolean expired;

  public Watchdog(ExecutionControl control, Optional<Duration> limit, long program) {
    this.control = control;
    this.limit = limit;
    this.program = program;
  }

  /** What guest code runs under. */
  ExecutionControl control() {
    return control;
  }

  public <T> T call(Work<T> work) throws LinkException {
    start();
    try {
      return control.call(() -> unchecked(work));
    } catch (Carrier e) {
      throw e.carried;
    } catch (TrapException e) {
      throw timedOut(e);
    }
  }

  /**
   * The same function, under the program's control and clock, for a thread that has the turn.
   *
   * @param code calls guest code; of any type
   */
  public MethodHandle guard(MethodHandle code) {
    MethodHandle guarded = control.guard(code);
    if (limit.isEmpty()) {
      return guarded;
    }
    MethodHandle failing =
        MethodHandles.filterReturnValue(
            MethodHandles.insertArguments(TIMED_OUT, 0, this),
            MethodHandles.throwException(code.type().returnType(), TrapException.class));
    return MethodHandles.foldArguments(
        MethodHandles.catchException(guarded, TrapException.class, failing), START.bindTo(this));
  }

  public void stop(String reason) {
    control.stop(reason);
  }

  @Override
  public void close() {
    ended.countDown();
  }

  private TrapException timedOut(TrapException e) {
    boolean isTold = e.kind() == TrapKind.TIMEOUT; // by an entry further in
    return expired && !isTold
        ? new TrapException(TrapKind.TIMEOUT, message(), e.guestStack(), e)
        : e;
  }

  private synchronized void start() {
    if (ticking || limit.isEmpty()) {
      return;
    }
    ticking = true;
    Thread thread = new Thread(() -> watch(limit.get()), "dylink-timeout-" + program);
    thread.setDaemon(true);
    thread.start();
  }

  private void watch(Duration duration) {
    try {
      // Not toNanos, which fails beyond 292 years.
      if (!ended.await(TimeUnit.NANOSECONDS.convert(duration), TimeUnit.NANOSECONDS)) {
        expired = true;
        control.stop(message());
      }
    } catch (InterruptedException e) {
      // Nobody interrupts this thread but a container that goes down: let it end.
      Thread.currentThread().interrupt();
    }
  }

  private String message() {
    return "still running after " + limit.get().toMillis() / 1000.0 + " s";
  }

  private static <T> T unchecked(Work<T> work) {
    try {
      return work.run();
    } catch (LinkException e) {
      throw new Carrier(e);
    }
  }

  private static final MethodHandle START = find("start", MethodType.methodType(void.class));
  private static final MethodHandle TIMED_OUT =
      find("timedOut", MethodType.methodType(TrapException.class, TrapException.class));

  private static MethodHandle find(String method, MethodType type) {
    try {
      return MethodHandles.lookup().findVirtual(Watchdog.class, method, type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: Watchdog." + method + " is gone", e);
    }
  }

  /** Carries a checked exception through a supplier. */
  private static final class Carrier extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final LinkException carried;

    Carrier(LinkException carried) {
      super(carried);
      this.carried = carried;
    }
  }
}
