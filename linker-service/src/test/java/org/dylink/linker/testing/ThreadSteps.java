package org.dylink.linker.testing;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.dylink.engine.host.Guest;

/** What the threads of a guest tell a test, and where they wait until it lets them go on. */
public final class ThreadSteps {
  private static final int MOST_SECONDS = 60;

  /**
   * Two numbers that a guest's thread has told.
   *
   * @param thread the name of the thread of Java
   */
  public record Told(String thread, int first, int second) {}

  private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
  private final Semaphore steps = new Semaphore(0);
  private final Map<Integer, Semaphore> own = new ConcurrentHashMap<>();

  /**
   * The import module {@code test}: {@code tell} takes two numbers, {@code pause} waits for {@link
   * #go()}, and {@code step} for {@link #go(int)}.
   */
  public FakeHost host() {
    return new FakeHost("test")
        .forThreads()
        .with("tell", "(i32, i32) -> ()", this::tell)
        .with("pause", "() -> ()", (guest, arguments) -> await(steps))
        .with("step", "() -> ()", (guest, arguments) -> await(own(guest.thread())));
  }

  private Object tell(Guest guest, Object... arguments) {
    told.add(new Told(Thread.currentThread().getName(), (int) arguments[0], (int) arguments[1]));
    return null;
  }

  private Semaphore own(int thread) {
    return own.computeIfAbsent(thread, number -> new Semaphore(0));
  }

  private static Object await(Semaphore step) {
    try {
      step.acquire();
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Waits for what a thread tells next. */
  public Told next() {
    try {
      Told next = told.poll(MOST_SECONDS, TimeUnit.SECONDS);
      assertNotNull(next, "nobody has told anything");
      return next;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** What the next one says, without its name. */
  public String nextNumbers() {
    Told next = next();
    return next.first() + " " + next.second();
  }

  /** Lets one thread of the guest go on. */
  public void go(int thread) {
    own(thread).release();
  }

  /** Lets one of those that wait go on, or the next that comes. */
  public void go() {
    steps.release();
  }
}
