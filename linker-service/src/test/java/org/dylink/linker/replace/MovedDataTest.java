package org.dylink.linker.replace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.dylink.linker.DataRegion;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.ReplacementPlan;
import org.dylink.linker.ReplacementPlan.Effect;
import org.dylink.linker.ReplacementPlan.Layout;
import org.dylink.linker.testing.Engines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A library whose data is laid out in another way: it gets a region of its own. */
class MovedDataTest {
  private Counter counter;

  @AfterEach
  void close() {
    counter.close();
  }

  private ReplacementPlan replace(String version) throws LinkException {
    return counter.program().replace(Counter.version(version));
  }

  private DataRegion data() {
    return counter.program().linkMap().libraries().get(2).data();
  }

  private static List<String> text(ReplacementPlan plan, Effect effect) {
    return plan.of(effect).stream().map(Object::toString).toList();
  }

  @Test
  void variablesAreCarriedByTheirNames() throws LinkException {
    counter = new Counter(Engines.replacing());
    counter.call("app_set_counter", 7);
    DataRegion before = data();
    ReplacementPlan plan = replace("table");

    assertEquals(Layout.MOVED, plan.layout());
    assertEquals(List.of("counter: 4 bytes"), text(plan, Effect.CARRIED).subList(0, 1));
    assertEquals(
        List.of("limit: in place of one of 4 bytes, never written", "table"),
        text(plan, Effect.ADDED));
    assertNotEquals(before, data());
    assertEquals(8, counter.call("app_count"));
    assertEquals(8, counter.call("app_counter"));
    assertEquals(8, counter.call("app_counter_by_address")); // a pointer that linking has written
    assertEquals("hello 1", counter.greeting());
  }

  @Test
  void privateDataThatWasWrittenIsRefused() throws LinkException {
    counter = new Counter(Engines.replacing());
    counter.call("app_count"); // writes calls, too
    LinkException refused = assertThrows(LinkException.class, () -> replace("table"));

    assertEquals(Reason.INCOMPATIBLE, refused.reason());
    assertEquals("private data", refused.symbol());
    assertEquals(
        "libcounter.so: cannot be replaced: private data: 4 bytes written that have no exported"
            + " name, the first at offset 0x10 behind limit: needs dylink_save in the old library"
            + " and dylink_restore in the new",
        refused.getMessage());
    assertEquals(102, counter.call("app_count"));
  }

  @Test
  void hooksHandOnWhatIsPrivate() throws LinkException {
    counter = new Counter(Engines.replacing(), "hooks");
    counter.call("app_count");
    counter.call("app_count");
    ReplacementPlan plan = replace("table-hooks");

    assertEquals(Layout.MOVED, plan.layout());
    assertEquals(2, counter.call("app_calls_made"));
    assertEquals(103, counter.call("app_count"));
    assertEquals(3, counter.call("app_calls_made"));
  }

  @Test
  void theOldDataIsFreeOnceTheHookSaysSo() throws LinkException {
    counter = new Counter(Engines.replacing(), "hooks");
    counter.call("app_count");
    DataRegion old = data();
    replace("table-hooks");
    assertEquals(true, counter.program().linkMap().freeData().contains(old));
  }

  @Test
  void theOldDataStaysWhereTheHookSaysSo() throws LinkException {
    counter = new Counter(Engines.replacing(), "hooks");
    counter.call("app_count");
    DataRegion old = data();
    replace("pointed");
    assertEquals(false, counter.program().linkMap().freeData().contains(old));
    assertEquals(1, counter.call("app_calls_made"));
  }

  @Test
  void aVariableThatHasGrownIsRefusedOnceItIsWritten() throws LinkException {
    counter = new Counter(Engines.replacing(), "told-v1");
    counter.call("app_set_counter", 5);
    LinkException refused = assertThrows(LinkException.class, () -> replace("bigger"));
    assertEquals("counter", refused.symbol());
    assertEquals(
        "libcounter.so: cannot be replaced: counter: 4 bytes, bigger has 16, as far as they tell"
            + " (DYLINK_STATE)",
        refused.getMessage());
    assertEquals(5, counter.call("app_counter"));
  }

  @Test
  void sizesThatAreToldAreTaken() throws LinkException {
    counter = new Counter(Engines.replacing(), "told-v1");
    counter.call("app_set_counter", 5);
    ReplacementPlan plan = replace("told-v2");
    assertEquals(Layout.MOVED, plan.layout());
    assertEquals(5, counter.call("app_counter"));
    assertEquals("a greeting that is longer 2", counter.greeting());
  }

  @Test
  void noCountIsLostInAProgramThatRuns() throws Exception {
    counter = new Counter(Engines.replacing(), "base");
    int times = 20_000_000;
    CompletableFuture<Integer> running =
        CompletableFuture.supplyAsync(() -> counter.call("app_count_many", times));
    int replacements = 0;
    while (!running.isDone() || replacements == 0) {
      // The text before the counter is longer in one of them: each time, the counter moves.
      String version = replacements % 2 == 0 ? "matrix/text-longer" : "base";
      assertEquals(Layout.MOVED, replace(version).layout());
      replacements++;
    }
    assertEquals(100 + times, running.get(60, TimeUnit.SECONDS));
    assertEquals(times, counter.call("app_calls_made"));
  }
}
