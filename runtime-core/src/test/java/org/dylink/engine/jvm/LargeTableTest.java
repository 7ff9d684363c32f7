package org.dylink.engine.jvm;

import static org.dylink.engine.jvm.Guests.call;
import static org.dylink.engine.jvm.Guests.compile;
import static org.dylink.engine.jvm.Guests.start;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.dylink.engine.Instance;
import org.dylink.engine.jvm.run.call.JvmFunction;
import org.dylink.engine.jvm.run.call.JvmTable;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** Where a function stands in a table, its code is put there at the first call, in each place. */
final class LargeTableTest {
  private static final int SIZE = 5_000;
  private static final int[] PLACES = {0, 7, 1_023, 1_024, 4_999};

  private final Instance instance = start(compile(new JvmEngine(), twoFunctions()));
  private final JvmTable table = (JvmTable) instance.export("table").orElseThrow();

  private static ModuleBuilder twoFunctions() {
    ModuleBuilder made = module("large.so").table(SIZE).exportTable("table");
    made.exportedFunction("one", "() -> i32", code().i32Const(1));
    made.exportedFunction("two", "() -> i32", code().i32Const(2));
    for (int place : PLACES) {
      made.elements(code().i32Const(place), "one");
    }
    return made.elements(code().i32Const(8), "two");
  }

  private JvmFunction function(String name) {
    return (JvmFunction) Guests.function(instance, name);
  }

  private void assertCodeAt(String name, int... places) {
    for (int place : places) {
      assertSame(function(name).entry, table.elements[place], "place " + place);
    }
  }

  @Test
  void itsCodeComesToAllPlaces() throws Exception {
    Object before = table.elements[7];
    assertEquals(1, call(instance, "one"));
    assertNotSame(before, table.elements[7]);
    assertCodeAt("one", PLACES);
  }

  @Test
  void whatIsPutThereLaterHasItToo() throws Exception {
    assertEquals(1, call(instance, "one"));
    table.set(3_000, function("two"));
    table.set(7, function("two"));
    assertEquals(2, call(instance, "two"));
    assertCodeAt("two", 7, 8, 3_000);
    assertCodeAt("one", 0, 1_023, 1_024, 4_999);
  }

  @Test
  void aTableThatGrowsHasIt() throws Exception {
    assertEquals(1, call(instance, "one"));
    int first = table.grow(3);
    table.set(first + 2, function("two"));
    assertEquals(2, call(instance, "two"));
    assertCodeAt("two", 8, first + 2);
  }

  @Test
  void aFunctionInMostPlacesHasIt() throws Exception {
    table.fill(function("one"));
    table.set(8, function("two"));
    assertEquals(2, call(instance, "two"));
    assertEquals(1, call(instance, "one"));
    assertCodeAt("two", 8);
    assertCodeAt("one", 0, 2_500, 4_999);
  }
}
