package org.dylink.binding;

import static org.dylink.linker.testing.Shapes.threaded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntUnaryOperator;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.binding.testing.TestLinker;
import org.dylink.linker.Library;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Program;
import org.dylink.linker.Snapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several threads of Java in one C library that is built for threads, at once. */
class VisitorsTest {
  private static final int THREADS = 6;
  private static final int EDEADLK = 16;
  private static final TestLinker LINKER = TestLinker.forThreads();

  /** {@code src/test/native/libvisit.c}. */
  @WasmLibrary("libvisit.so")
  public interface Visit extends AutoCloseable {
    int add(int n);

    @SymbolName("add_all")
    int addAll(int n);

    int self();

    @SymbolName("lock_twice")
    int lockTwice();

    int meet();

    int fail(int number);

    @SymbolName("last_error")
    int lastError();

    String tell(String name);

    int each(int count, IntUnaryOperator function);

    @SymbolName("in_another")
    int inAnother(int n);

    @Override
    void close();
  }

  private final Visit visit = bind();
  private ExecutorService pool;

  private static Visit bind() {
    try {
      return WasmBinder.bind(Visit.class, LINKER);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void open() {
    pool = Executors.newFixedThreadPool(THREADS);
  }

  @AfterEach
  void close() {
    pool.shutdownNow();
    visit.close();
  }

  private <T> List<T> atOnce(Callable<T> work) throws Exception {
    List<T> results = new ArrayList<>();
    for (Future<T> each : pool.invokeAll(Collections.nCopies(THREADS, work))) {
      results.add(each.get());
    }
    return results;
  }

  @Test
  void twoAreInsideAtOnce() throws Exception {
    Future<Integer> first = pool.submit(visit::meet);
    Future<Integer> second = pool.submit(visit::meet);

    assertEquals(2, first.get());
    assertEquals(2, second.get());
  }

  @Test
  void eachIsAThreadToC() throws Exception {
    int own = visit.self();
    assertNotEquals(0, own);
    assertEquals(own, visit.self());
    Future<Integer> other = pool.submit(visit::self);
    assertNotEquals(own, other.get());

    for (int error : atOnce(visit::lockTwice)) {
      assertEquals(EDEADLK, error);
    }
  }

  @Test
  void eachHasItsVariablesAndItsErrno() throws Exception {
    assertEquals(6, visit.add(1));
    assertEquals(-1, visit.fail(2));
    assertEquals(105, pool.submit(() -> visit.add(100)).get());
    assertEquals(-1, pool.submit(() -> visit.fail(3)).get());

    assertEquals(8, visit.add(2));
    assertEquals(2, visit.lastError());
    assertEquals("hello first 8", visit.tell("first"));
  }

  @Test
  void whatIsSharedIsSharedByAll() throws Exception {
    atOnce(
        () -> {
          for (int i = 0; i < 500; i++) {
            visit.addAll(1);
            assertEquals("hello there 5", visit.tell("there"));
          }
          return null;
        });

    assertEquals(THREADS * 500 + 7, visit.addAll(7));
  }

  @Test
  void callbacksComeInTheThreadThatHasCalled() throws Exception {
    List<Integer> sums =
        atOnce(
            () -> {
              Thread own = Thread.currentThread();
              HashSet<Thread> seen = new HashSet<>();
              int sum =
                  visit.each(
                      4,
                      i -> {
                        seen.add(Thread.currentThread());
                        return visit.add(1) - 5 + i;
                      });
              assertEquals(Set.of(own), seen);
              return sum;
            });

    assertEquals(Collections.nCopies(THREADS, 1 + 2 + 3 + 4 + 6), sums);
  }

  @Test
  void aVisitorBeginsAThreadAndWaitsForIt() throws Exception {
    for (int sum : atOnce(() -> visit.inAnother(0))) {
      assertEquals(0, sum);
    }
    assertEquals(3, visit.inAnother(3));
  }

  @Test
  void theNextVisitorIsTheThreadThatOneWasWhoIsNoMore() throws Exception {
    visit.self();
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Thread visitor = new Thread(() -> all.add(visit.self()));
      visitor.start();
      visitor.join();
    }

    assertEquals(1, new HashSet<>(all).size(), () -> "threads " + all);
  }

  @Test
  void aClosedOneLetsNobodyIn() throws Exception {
    atOnce(visit::self);
    visit.close();

    ExecutionException refused =
        assertThrows(ExecutionException.class, () -> pool.submit(visit::self).get());
    assertEquals(
        "libvisit.so: program N is closed",
        refused.getCause().getMessage().replaceAll("[0-9]+", "N"));
  }

  /** C has made a thread for whoever comes next, who has not come. */
  @Test
  void aCopyGoesOnWhereTheFirstThreadWas() throws Exception {
    Library main = LINKER.add(threaded("copied.wasm", "libvisit.so").build());
    try (Program first = LINKER.link(LinkRequest.builder(main).build())) {
      assertEquals(6, first.call("add", 1));
      Snapshot snapshot = first.snapshot();
      assertEquals(8, first.call("add", 2));
      try (Program copy = LINKER.link(snapshot)) {
        assertEquals(16, copy.call("add", 10));
        assertEquals(105, pool.submit(() -> copy.call("add", 100)).get());
        assertEquals(EDEADLK, pool.submit(() -> copy.call("lock_twice")).get());
        assertNotEquals(copy.call("self"), pool.submit(() -> copy.call("self")).get());
      }
    }
  }
}
