package org.dylink.linker.replace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LoadedLibrary;
import org.dylink.linker.SymbolBinding;
import org.dylink.linker.testing.Engines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A replacement that fails leaves the program as it was: memory, table and link map. */
class FailedReplacementTest {
  private Counter counter;

  @AfterEach
  void close() {
    counter.close();
  }

  /** Everything of the program that could have changed. Memory may have grown, as by dlopen. */
  private record State(
      ByteBuffer memory,
      List<Object> table,
      List<LoadedLibrary> map,
      List<SymbolBinding> bindings) {}

  private State state(long pages) {
    byte[] bytes = new byte[(int) pages * 65_536];
    counter.program().entrance().memory().read(0L, bytes, 0, bytes.length);
    List<Object> table = new ArrayList<>();
    for (int slot = 0; slot < counter.call("table_size"); slot++) {
      table.add(counter.program().call("table_get", slot));
    }
    return new State(
        ByteBuffer.wrap(bytes),
        table,
        counter.program().linkMap().libraries(),
        counter.program().bindings());
  }

  private LinkException refused(String version) {
    long pages = counter.program().linkMap().memoryPages();
    State before = state(pages);
    LinkException refused =
        assertThrows(
            LinkException.class, () -> counter.program().replace(Counter.version(version)));
    State after = state(pages);
    assertEquals(before.memory(), after.memory());
    assertEquals(before.table(), after.table());
    assertEquals(before.map(), after.map());
    assertEquals(before.bindings(), after.bindings());
    return refused;
  }

  @Test
  void aHookThatRefuses() throws LinkException {
    counter = new Counter(Engines.replacing(), "hooks");
    counter.call("app_count");
    LinkException refused = refused("refusing");

    assertEquals(Reason.INIT_FAILED, refused.reason());
    assertEquals(
        "libcounter.so: cannot be replaced: dylink_restore answers -7", refused.getMessage());
    assertEquals(102, counter.call("app_count"));
    assertEquals(2, counter.call("app_calls_made"));
  }

  @Test
  void aHookThatTraps() throws LinkException {
    counter = new Counter(Engines.replacing(), "hooks");
    counter.call("app_count");
    assertEquals(
        "libcounter.so: cannot be replaced: dylink_restore trapped: unreachable:"
            + " unreachable instruction executed",
        refused("trapping").getMessage());
    assertEquals(102, counter.call("app_count"));
  }

  @Test
  void aThreadThatDoesNotLeave() throws Exception {
    counter = new Counter(Engines.replacing());
    CountDownLatch goOn = new CountDownLatch(1);
    CompletableFuture<Integer> underWay = callThatPauses(goOn);
    LinkException refused =
        assertThrows(
            LinkException.class,
            () -> counter.program().replace(Counter.version("v2"), Duration.ofMillis(100)));
    assertEquals(Reason.BUSY, refused.reason());
    assertEquals(
        "libcounter.so: cannot be replaced: not left within 0.1 s: first thread is in it:"
            + " libcounter.so slowly <- app.wasm app_slowly",
        refused.getMessage());
    goOn.countDown();
    assertEquals(1, underWay.get(60, TimeUnit.SECONDS));
    assertEquals(1, counter.call("app_version"));
  }

  @Test
  void callsUnderWayEndOnTheOldCode() throws Exception {
    counter = new Counter(Engines.replacing());
    CountDownLatch goOn = new CountDownLatch(1);
    CompletableFuture<Integer> underWay = callThatPauses(goOn);
    CompletableFuture<Object> replacing =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return counter.program().replace(Counter.version("v2"), Duration.ofSeconds(60));
              } catch (LinkException e) {
                return e;
              }
            });
    goOn.countDown();
    assertEquals(1, underWay.get(60, TimeUnit.SECONDS));
    replacing.get(60, TimeUnit.SECONDS);
    assertEquals(2, counter.call("app_slowly"));
  }

  /** A call in a thread of its own, which is in the library when this returns. */
  private CompletableFuture<Integer> callThatPauses(CountDownLatch goOn) {
    CountDownLatch inside = new CountDownLatch(1);
    counter.onPause(
        () -> {
          inside.countDown();
          await(goOn);
        });
    CompletableFuture<Integer> underWay =
        CompletableFuture.supplyAsync(() -> counter.call("app_slowly"));
    await(inside);
    return underWay;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
