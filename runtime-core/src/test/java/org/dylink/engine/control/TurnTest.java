package org.dylink.engine.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnTest {
  private static final int THREADS = 8;
  private static final int ROUNDS = 50_000;

  private final Turn turn = new Turn();
  private int counter; // guarded by turn

  @Test
  void isTakenSeveralTimesAndLeftAsOften() {
    assertEquals(0, turn.depth());
    assertNull(turn.holder());
    turn.enter();
    assertTrue(turn.tryEnter());
    assertEquals(2, turn.depth());
    assertSame(Thread.currentThread(), turn.holder());
    assertFalse(turn.leave());
    assertTrue(turn.leave());
    assertEquals(0, turn.depth());
    assertNull(turn.holder());
  }

  @Test
  void isNotTakenFromAnotherThread() throws Exception {
    turn.enter();
    assertFalse(inThread(turn::tryEnter).get());
    assertEquals(0, inThread(turn::depth).get());
    turn.leave();
    assertTrue(inThread(turn::tryEnter).get());
  }

  @Test
  void anInterruptNeitherEndsTheWaitNorIsLost() throws Exception {
    turn.enter();
    FutureTask<Boolean> waiting =
        new FutureTask<>(
            () -> {
              Thread.currentThread().interrupt();
              turn.enter();
              boolean isInterrupted = Thread.currentThread().isInterrupted();
              turn.leave();
              return isInterrupted;
            });
    Thread thread = new Thread(waiting, "waits");
    thread.start();
    while (thread.isInterrupted() || thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    assertFalse(waiting.isDone());
    turn.leave();
    assertTrue(waiting.get());
  }

  @Test
  void oneThreadAtATimeHasIt() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      all.add(threads.submit(this::count));
    }
    for (Future<?> each : all) {
      each.get();
    }
    threads.shutdown();
    assertEquals(THREADS * ROUNDS, counter);
  }

  private void count() {
    for (int i = 0; i < ROUNDS; i++) {
      turn.enter();
      if (i % 10 == 0) {
        turn.enter();
        turn.leave();
      }
      counter++;
      turn.leave();
    }
  }

  private static <T> Future<T> inThread(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    new Thread(task, "other").start();
    return task;
  }
}
