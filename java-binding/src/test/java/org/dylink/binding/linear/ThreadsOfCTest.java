package org.dylink.binding.linear;

import static org.dylink.binding.linear.Step.Kind.GET;
import static org.dylink.binding.linear.Step.Kind.POP;
import static org.dylink.binding.linear.Step.Kind.PUSH;
import static org.dylink.binding.linear.Step.Kind.PUSH_TORN;
import static org.dylink.binding.linear.Step.Kind.PUT;
import static org.dylink.binding.linear.Step.Kind.REMOVE;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.dylink.binding.InOut;
import org.dylink.binding.WasmLibrary;
import org.dylink.binding.linear.History.State;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.binding.testing.TestLinker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What C builds on atomics and on the locks of its library is linearizable: random short histories
 * of three threads in one library. {@code -Ddylink.linear.seconds=600} makes as many as that allows
 * of each object, {@code -Ddylink.linear.seed=N} others.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class ThreadsOfCTest {
  private static final int THREADS = 3;
  private static final int STEPS = 4;
  private static final int HISTORIES = 200;
  private static final int FIELDS = 7;
  private static final int KEYS = 2;
  private static final long SECONDS = Long.getLong("dylink.linear.seconds", 0);
  private static final long SEED = Long.getLong("dylink.linear.seed", 20260101);
  private static final TestLinker LINKER = TestLinker.forThreads();

  /** {@code src/test/native/liblinear.c}. */
  @WasmLibrary("liblinear.so")
  public interface Linear extends AutoCloseable {
    /** Empties stack and map. */
    void begin();

    /** Does one thread's steps, each of seven numbers. */
    void work(int threads, @InOut int[] steps, int count);

    @Override
    void close();
  }

  private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);
  private final Linear linear = bind();
  private final Random random = new Random(SEED);

  private static Linear bind() {
    try {
      return WasmBinder.bind(Linear.class, LINKER);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void close() {
    pool.shutdownNow();
    linear.close();
  }

  @Test
  void aLockFreeStackIsAStack() throws Exception {
    assertAllRight("stack", StackState.EMPTY, PUSH, PUSH, POP, POP);
  }

  @Test
  void aMapUnderAMutexIsAMap() throws Exception {
    assertAllRight("map", MapState.EMPTY, PUT, PUT, GET, REMOVE);
  }

  /** Else the others would show nothing. */
  @Test
  void aStackThatLosesNumbersIsFound() throws Exception {
    while (make(PUSH_TORN, POP).isLinearizable(StackState.EMPTY)) {
      // The next one.
    }
  }

  private void assertAllRight(String name, State first, Step.Kind... kinds) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    long count = 0;
    long overlaps = 0;
    while (count < HISTORIES || System.nanoTime() - end < 0) {
      History history = make(kinds);
      assertTrue(history.isLinearizable(first), () -> "seed " + SEED + ":\n" + history);
      count++;
      overlaps += history.overlaps();
    }
    System.out.println(
        "linear: " + count + " histories of a " + name + " right, " + overlaps + " overlaps");
    assertTrue(overlaps > 0, "no two steps were under way at once");
  }

  private History make(Step.Kind... kinds) throws Exception {
    linear.begin();
    List<int[]> all = new ArrayList<>();
    List<Future<?>> running = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      int[] numbers = draw(thread, kinds);
      all.add(numbers);
      running.add(pool.submit(() -> linear.work(THREADS, numbers, STEPS)));
    }
    for (Future<?> each : running) {
      each.get();
    }
    return new History(all.stream().flatMap(numbers -> steps(numbers).stream()).toList());
  }

  /** One thread's steps, not yet done; no two put the same number. */
  private int[] draw(int thread, Step.Kind... kinds) {
    int[] numbers = new int[STEPS * FIELDS];
    for (int i = 0; i < STEPS; i++) {
      numbers[i * FIELDS] = kinds[random.nextInt(kinds.length)].code();
      numbers[i * FIELDS + 1] = random.nextInt(KEYS);
      numbers[i * FIELDS + 2] = thread * STEPS + i + 1;
      numbers[i * FIELDS + 3] = random.nextInt(2);
    }
    return numbers;
  }

  private static List<Step> steps(int[] n) {
    List<Step> steps = new ArrayList<>();
    for (int at = 0; at < n.length; at += FIELDS) {
      Step.Kind kind = Step.Kind.of(n[at]);
      steps.add(new Step(kind, n[at + 1], n[at + 2], n[at + 4], n[at + 5], n[at + 6]));
    }
    return steps;
  }
}
