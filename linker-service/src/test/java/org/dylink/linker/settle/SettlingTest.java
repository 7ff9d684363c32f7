package org.dylink.linker.settle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work that one thread is at when others ask for it. */
@Timeout(60)
class SettlingTest {
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final AtomicInteger done = new AtomicInteger();
  private Thread first;

  @AfterEach
  void end() throws InterruptedException {
    goOn.countDown();
    if (first != null) {
      first.join();
    }
  }

  /** Has a thread do the work, and be at it until {@link #goOn}. */
  private void begin(Settling settling) throws InterruptedException {
    begin(settling, this::work);
  }

  private void begin(Settling settling, Runnable work) throws InterruptedException {
    first = new Thread(() -> settling.await(work));
    first.start();
    begun.await();
  }

  /** A thread that does something, and has come to where it waits for the first one. */
  private static Thread waiting(Runnable work) {
    Thread thread = new Thread(work);
    thread.start();
    awaitWaiting(thread);
    return thread;
  }

  private void work() {
    begun.countDown();
    awaitLatch(goOn);
    done.incrementAndGet();
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
  }

  @Test
  void whoAsksWhileItIsDoneGoesAwayAndItIsDoneOnceMore() throws InterruptedException {
    Settling settling = new Settling();
    begin(settling);

    settling.ask(this::work);
    settling.ask(this::work);
    assertEquals(0, done.get());

    goOn.countDown();
    first.join();
    assertEquals(2, done.get());
  }

  @Test
  void whoWaitsFindsItDone() throws InterruptedException {
    Settling settling = new Settling(Duration.ofMinutes(1));
    begin(settling);
    AtomicInteger found = new AtomicInteger();
    Thread second =
        waiting(
            () -> {
              settling.await(this::work);
              found.set(done.get());
            });

    goOn.countDown();
    second.join();
    first.join();
    assertEquals(2, found.get());
    assertEquals(2, done.get());
  }

  @Test
  void whoWaitsTooLongLeavesItToTheOther() throws InterruptedException {
    Settling settling = new Settling(Duration.ofMillis(1));
    begin(settling);

    settling.await(this::work);
    assertEquals(0, done.get());

    goOn.countDown();
    first.join();
    assertEquals(2, done.get());
  }

  @Test
  void whoIsInterruptedWaitsAllTheSame() throws InterruptedException {
    Settling settling = new Settling(Duration.ofMinutes(1));
    begin(settling);
    AtomicInteger found = new AtomicInteger();
    Thread second =
        waiting(
            () -> {
              Thread.currentThread().interrupt();
              settling.await(done::incrementAndGet);
              found.set(Thread.interrupted() ? done.get() : -1);
            });
    second.interrupt();
    awaitWaiting(second);

    goOn.countDown();
    second.join();
    assertEquals(2, found.get());
  }

  @Test
  void whoHasWaitedForWorkThatFailedDoesItHimself() throws InterruptedException {
    Settling settling = new Settling(Duration.ofMinutes(1));
    begin(settling);
    Thread second =
        waiting(
            () -> {
              settling.await(this::fail);
              settling.await(this::fail);
            });

    goOn.countDown();
    second.join();
    assertEquals(3, done.get());
  }

  @Test
  void whoWaitsTakesOverFromAThreadThatOthersAskWithoutAnEnd() throws InterruptedException {
    Settling settling = new Settling(Duration.ofMinutes(1));
    begin(settling, () -> askAgain(settling));
    Thread second = waiting(() -> settling.await(done::incrementAndGet));

    goOn.countDown();
    first.join();
    second.join();
    assertEquals(1, done.get());
  }

  /** Work after which there is always more of it. */
  private void askAgain(Settling settling) {
    begun.countDown();
    awaitLatch(goOn);
    settling.ask(() -> askAgain(settling));
  }

  @Test
  void anErrorReachesWhoHasAskedAndLeavesTheTurnToOthers() {
    Settling settling = new Settling(Duration.ofMinutes(1));

    assertThrows(StackOverflowError.class, () -> settling.await(SettlingTest::overflow));
    settling.await(done::incrementAndGet);
    assertEquals(1, done.get());
  }

  private static void overflow() {
    throw new StackOverflowError("thrown by the test");
  }

  @Test
  void workThatAsksIsDoneOnceMore() {
    Settling settling = new Settling();

    settling.ask(() -> askOnce(settling));
    assertEquals(2, done.get());
    done.set(0);
    settling.await(() -> askOnce(settling));
    assertEquals(2, done.get());
  }

  private void askOnce(Settling settling) {
    if (done.incrementAndGet() == 1) {
      settling.ask(() -> askOnce(settling));
      settling.await(() -> askOnce(settling));
    }
  }

  @Test
  void workThatFailsIsDoneForWhoAsksNext() {
    Settling settling = new Settling();

    settling.await(this::fail);
    settling.ask(this::fail);
    assertEquals(2, done.get());
  }

  private void fail() {
    done.incrementAndGet();
    throw new IllegalStateException("thrown by the test");
  }
}
