package org.dylink.linker.replace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.invoke.MethodHandle;
import java.util.List;
import org.dylink.linker.Entrance;
import org.dylink.linker.LinkException;
import org.dylink.linker.LoadedLibrary;
import org.dylink.linker.ReplacementPlan;
import org.dylink.linker.ReplacementPlan.Effect;
import org.dylink.linker.ReplacementPlan.Layout;
import org.dylink.linker.link.program.LinkedProgram;
import org.dylink.linker.testing.Engines;
import org.dylink.linker.testing.Shapes;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.linker.testing.TestLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A library whose data is laid out as before: only its code is another. */
class SameLayoutTest {
  private final Counter counter;

  SameLayoutTest() throws LinkException {
    counter = new Counter(Engines.replacing());
  }

  @AfterEach
  void close() {
    counter.close();
  }

  private ReplacementPlan replace(String version) throws LinkException {
    return counter.program().replace(Counter.version(version));
  }

  @Test
  void theCounterGoesOnWithNewCode() throws LinkException {
    assertEquals(101, counter.call("app_count"));
    assertEquals(Layout.SAME, replace("v2").layout());

    assertEquals(111, counter.call("app_count"));
    assertEquals(2, counter.call("app_version"));
    assertEquals(111, counter.call("app_counter"));
    assertEquals(111, counter.call("app_counter_by_address"));
  }

  @Test
  void whatIsPrivateStays() throws LinkException {
    counter.call("app_count");
    counter.call("app_count");
    replace("v2");

    assertEquals(2, counter.call("app_calls_made"));
    counter.call("app_count");
    assertEquals(3, counter.call("app_calls_made"));
  }

  @Test
  void regionSlotsAndAddressesStay() throws LinkException {
    LoadedLibrary before = counter.program().linkMap().libraries().get(2);
    int pointer = counter.call("app_pointer");
    replace("v2");

    LoadedLibrary after = counter.program().linkMap().libraries().get(2);
    assertEquals("v2", after.library().version());
    assertEquals(before.data(), after.data());
    assertEquals(before.slots(), after.slots());
    assertEquals(pointer, counter.call("app_pointer"));
  }

  @Test
  void functionPointersReachTheNewCode() throws LinkException {
    assertEquals(101, counter.call("app_count_by_pointer"));
    int kept = counter.call("app_keep_twice");
    assertEquals(11, counter.call("app_twice", 5));
    replace("v2");

    assertEquals(111, counter.call("app_count_by_pointer"));
    assertEquals(12, counter.call("app_twice", 5)); // a static function, by a pointer kept before
    assertEquals(kept, counter.call("app_keep_twice"));
  }

  @Test
  void callbacksSurvive() throws LinkException {
    assertEquals(16, counter.call("app_call_back", 5));
    replace("v2");
    assertEquals(17, counter.call("app_call_back", 5));
  }

  @Test
  void entrancesThatWereTakenBeforeReachTheNewCode() throws Throwable {
    Entrance entrance = counter.program().entrance();
    MethodHandle version = entrance.function("version").orElseThrow().handle();
    entrance.enter();
    try {
      assertEquals(1, (int) version.invokeExact());
      replace("v2");
      assertEquals(2, (int) version.invokeExact());
    } finally {
      entrance.leave();
    }
  }

  @Test
  void aConstantThatNobodyWroteIsTheNewLibrarys() throws LinkException {
    assertEquals("hello 1", counter.greeting());
    counter.call("app_count");
    assertEquals(Layout.SAME, replace("greeting").layout());

    assertEquals("hello 2", counter.greeting());
    assertEquals(102, counter.call("app_count"));
  }

  @Test
  void codeThatWasOptimizedInAnotherWayHasTheSameLayout() throws LinkException {
    counter.call("app_count");
    assertEquals(Layout.SAME, replace("v2-o0").layout());
    assertEquals(111, counter.call("app_count"));
    assertEquals(1, counter.call("app_calls_made") - 1);
  }

  @Test
  void slotsOfAnotherOrderMoveAndOldPointersReachTheirFunctions() throws LinkException {
    int kept = counter.call("app_keep_twice");
    replace("slots");

    assertEquals(12, counter.call("app_twice", 5));
    assertNotEquals(kept, 0);
    assertEquals(12, twiceAsItIsNow());
  }

  private int twiceAsItIsNow() {
    counter.call("app_keep_twice");
    return counter.call("app_twice", 5);
  }

  @Test
  void thePlanSaysWhatHappensAndDoesNothing() throws LinkException {
    ReplacementPlan plan = counter.program().planReplacement(Counter.version("v2"));

    assertEquals(Layout.SAME, plan.layout());
    assertTrue(plan.of(Effect.REFUSED).isEmpty());
    assertEquals(1, counter.call("app_version"));
    assertEquals(
        List.of("libcounter.so v1 -> v2, data stays", "  replaced  count"),
        plan.toString().lines().limit(2).toList());
  }

  @Test
  void theSameLibraryAgainChangesNothing() throws LinkException {
    var v2 = Counter.version("v2");
    counter.program().replace(v2);
    assertEquals(0, counter.program().replace(v2).changes().size());
  }

  @Test
  void aHundredReplacements() throws LinkException {
    for (int i = 0; i < 50; i++) {
      replace("v2");
      assertEquals(2, counter.call("app_version"));
      replace("v1");
      assertEquals(1, counter.call("app_version"));
    }
    counter.call("app_count");
    assertEquals(101, counter.call("app_counter"));
  }

  @Test
  void aLibraryThatIsItsProgramsMainIsReplacedAsWell() throws LinkException {
    TestLink link = TestLink.with(Engines.replacing());
    try (LinkedProgram program = link.link(Counter.version("base"))) {
      assertEquals(101, program.call("count"));
      program.replace(Counter.version("matrix/text-longer"));
      assertEquals(102, program.call("count"));
      assertEquals(2, program.call("version"));
    }
  }

  @Test
  void aNameThatTheProgramDoesNotHaveIsRefused() {
    LinkException refused =
        assertThrows(
            LinkException.class,
            () -> counter.program().replace(TestLibrary.of(Shapes.shared("libother.so"))));
    assertEquals(
        "libother.so: cannot be replaced: the program has no library of that name",
        refused.getMessage());
  }
}
