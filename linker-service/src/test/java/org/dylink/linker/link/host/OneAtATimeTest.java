package org.dylink.linker.link.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.host.HostFunction;
import org.dylink.engine.host.HostInstance;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {
  private static final FunctionType UNARY =
      new FunctionType(List.of(ValueType.I32), List.of(ValueType.I32));
  private static final FunctionType NONE = new FunctionType(List.of(), List.of());

  private final CountDownLatch inside = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final AtomicInteger calls = new AtomicInteger();
  private boolean closed;

  private final OneAtATime guarded =
      new OneAtATime(
          new HostInstance() {
            private final Map<String, HostFunction> functions =
                Map.of(
                    "wait", new HostFunction(UNARY, method("await", UNARY)),
                    "nested", new HostFunction(UNARY, method("nested", UNARY)),
                    "fail", new HostFunction(NONE, method("fail", NONE)));

            @Override
            public Optional<HostFunction> function(String name) {
              return Optional.ofNullable(functions.get(name));
            }

            @Override
            public void close() {
              closed = true;
            }
          });

  private MethodHandle method(String name, FunctionType type) {
    try {
      MethodType javaType = org.dylink.engine.Function.methodType(type);
      return MethodHandles.lookup().bind(this, name, javaType);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  @SuppressWarnings("UnusedMethod") // found by its name
  private int await(int value) throws InterruptedException {
    calls.incrementAndGet();
    inside.countDown();
    goOn.await();
    return value + 1;
  }

  @SuppressWarnings("UnusedMethod") // found by its name
  private int nested(int depth) throws Throwable {
    calls.incrementAndGet();
    return depth == 0 ? 0 : 1 + call("nested", depth - 1);
  }

  @SuppressWarnings("UnusedMethod") // found by its name
  private void fail() {
    throw new IllegalArgumentException("not so");
  }

  private MethodHandle handle(String name) {
    return guarded.function(name).orElseThrow().handle();
  }

  private int call(String name, int argument) throws Throwable {
    return (int) handle(name).invokeExact(argument);
  }

  private int unchecked(String name, int argument) throws Exception {
    try {
      return call(name, argument);
    } catch (Exception | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aFunctionMayBeCalledFromItself() throws Throwable {
    assertEquals(3, call("nested", 3));
    assertEquals(4, calls.get());
  }

  @Test
  void aCallOfAnotherThreadWaitsUntilItHasEndedOrIsStopped() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      Future<Integer> first = pool.submit(() -> unchecked("wait", 1));
      inside.await();
      Thread.currentThread().interrupt();
      TrapException stopped = assertThrows(TrapException.class, () -> call("nested", 0));
      assertEquals(TrapKind.STOPPED, stopped.kind());
      assertTrue(Thread.interrupted());
      assertEquals(1, calls.get(), "calls that have begun");

      Future<Integer> second = pool.submit(() -> unchecked("nested", 2));
      goOn.countDown();
      assertEquals(2, first.get());
      assertEquals(2, second.get());
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void whatFailsLetsTheNextOneIn() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      IllegalArgumentException failure =
          assertThrows(IllegalArgumentException.class, () -> handle("fail").invoke());
      assertEquals("not so", failure.getMessage());
      assertEquals(1, pool.submit(() -> unchecked("nested", 1)).get());
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void aFunctionIsTheSameEachTime() {
    assertSame(guarded.function("wait").orElseThrow(), guarded.function("wait").orElseThrow());
    assertTrue(guarded.function("other").isEmpty());
    guarded.close();
    assertTrue(closed);
  }
}
