package org.dylink.testing;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.CompiledModule.LateFunctions;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.Table;
import org.dylink.format.ValueType;
import org.junit.jupiter.api.Test;

/** Instances that begin where others were, and ask for functions when they call them. */
abstract class RestoringContract extends ContractTest {
  private static ModuleBuilder caller() {
    return module("lib.so")
        .importFunction("env", "f", "(i32) -> i32")
        .importTable("env", "table", 1)
        .importFunction("env", "g", "(i32) -> i32")
        .global("count", ValueType.I32, true, code().i32Const(1))
        .function("own", "(i32) -> i32", code().localGet(0).call("env.g"))
        .exportFunction("again", "env.f")
        .exportedFunction("f", "(i32) -> i32", code().localGet(0).call("env.f"))
        .exportedFunction("g", "(i32) -> i32", code().localGet(0).call("own"))
        .exportedFunction(
            "count",
            "() -> i32",
            code().globalGet("count").i32Const(1).i32Add().globalSet("count").globalGet("count"));
  }

  private Function adding(String name, int number) {
    return host(name, "(i32) -> i32", a -> (int) a[0] + number);
  }

  private Instance late(Table table, LateFunctions functions) {
    assumeTrue(engine().restoresInstances(), "it restores no instances");
    CompiledModule module = compile(caller());
    return module.instantiate(List.of(table), functions, InstanceLimits.NONE);
  }

  @Test
  void asksForAFunctionOnceWhenItIsCalledFirst() {
    List<Integer> asked = new ArrayList<>();
    Instance instance =
        late(
            table(1, 1),
            index -> {
              asked.add(index);
              return adding("f" + index, index + 1);
            });
    instance.start();
    assertEquals(List.of(), asked);
    assertEquals(12, call(instance, "g", 10));
    assertEquals(List.of(1), asked);
    assertEquals(22, call(instance, "g", 20));
    assertEquals(11, call(instance, "f", 10));
    assertEquals(31, call(instance, "f", 30));
    assertEquals(List.of(1, 0), asked);
  }

  @Test
  void anImportThatIsExportedAgainIsTheImport() {
    Function f = adding("f", 5);
    Instance instance = late(table(1, 1), index -> f);
    assertSame(f, export(instance, "again"));
    assertSame(f, instance.functionAt(0));
    assertEquals(6, call(instance, "f", 1));
  }

  @Test
  void aFunctionOfAnotherTypeIsRefusedWhenItIsCalled() {
    Instance instance = late(table(1, 1), index -> host("f", "() -> i32", a -> 1));
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> call(instance, "f", 1));
    assertEquals(
        "lib.so: import env.f: expected function (i32) -> i32, found function () -> i32",
        refusal.getMessage());
  }

  @Test
  void whatIsNoFunctionIsCompared() {
    assumeTrue(engine().restoresInstances(), "it restores no instances");
    CompiledModule module = compile(caller());
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> module.instantiate(List.of(), index -> adding("f", 1), InstanceLimits.NONE));
    assertEquals("lib.so: expected 1 imports that are no functions, found 0", refusal.getMessage());
  }

  @Test
  void goesOnWhereAnotherInstanceWas() {
    Instance first = late(table(1, 1), index -> adding("f", 1));
    first.start();
    assertEquals(2, call(first, "count"));
    Instance second = late(table(1, 1), index -> adding("f", 1));
    second.restore(first.contents());
    assertEquals(3, call(second, "count"));
    assertEquals(3, call(first, "count"));
    assertThrows(IllegalStateException.class, second::start);
  }

  @Test
  void whoCannotSaysSo() {
    assumeTrue(!engine().restoresInstances(), "it can");
    Instance instance = run(caller(), adding("f", 1), table(1, 1), adding("g", 1));
    for (Runnable each :
        List.<Runnable>of(
            instance::contents,
            () -> instance.functionAt(0),
            () -> compile(caller()).instantiate(List.of(), index -> null, InstanceLimits.NONE))) {
      UnsupportedOperationException refusal =
          assertThrows(UnsupportedOperationException.class, each::run);
      assertEquals("it restores no instances", refusal.getMessage());
    }
  }
}
