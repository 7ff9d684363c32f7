package org.dylink.testing;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.dylink.engine.Global;
import org.dylink.engine.Instance;
import org.dylink.format.GlobalType;
import org.dylink.format.ValueType;
import org.junit.jupiter.api.Test;

/** Globals: the GOT and the stack pointer. */
abstract class GlobalContract extends ContractTest {
  @Test
  void holdsEachNumberType() {
    assertHolds(ValueType.I32, 1, Integer.MIN_VALUE);
    assertHolds(ValueType.I64, 1L, Long.MIN_VALUE);
    assertHolds(ValueType.F32, 1f, -0.0f);
    assertHolds(ValueType.F64, 1.0, Double.MIN_VALUE);
  }

  @Test
  void refusesToChangeAConstant() {
    Global global = engine().newGlobal(new GlobalType(ValueType.I32, false), 1);

    var thrown = assertThrows(IllegalStateException.class, () -> global.set(2));
    assertEquals("global of type i32 is not mutable", thrown.getMessage());
    assertEquals(1, global.get());
  }

  @Test
  void isOneForTwoInstancesAndTheHost() {
    Global pointer = engine().newGlobal(new GlobalType(ValueType.I32, true), 1000);
    Instance first = run(pushing("liba.so"), pointer);
    Instance second = run(pushing("libb.so"), pointer);

    assertEquals(984, call(first, "push", 16));
    assertEquals(968, call(second, "push", 16));
    assertEquals(968, pointer.get());
    pointer.set(500);
    assertEquals(499, call(first, "push", 1));
  }

  @Test
  void sharesAMutableGlobalThatAModuleDefines() {
    Instance main =
        run(
            module("app.wasm")
                .global("__stack_pointer", ValueType.I32, true, code().i32Const(64))
                .exportGlobal("__stack_pointer", "__stack_pointer")
                .exportedFunction("get", "() -> i32", code().globalGet("__stack_pointer")));
    Instance library = run(pushing("lib.so"), export(main, "__stack_pointer"));

    assertEquals(48, call(library, "push", 16));
    assertEquals(48, call(main, "get"));
    ((Global) export(main, "__stack_pointer")).set(7);
    assertEquals(7, call(main, "get"));
  }

  private void assertHolds(ValueType type, Object first, Object second) {
    Global global = engine().newGlobal(new GlobalType(type, true), first);
    assertEquals(first, global.get());
    global.set(second);
    assertEquals(second, global.get());
    Instance instance =
        run(
            module("lib.so")
                .importGlobal("env", "g", type, true)
                .exportedFunction("get", "() -> " + type, code().globalGet("env.g"))
                .exportedFunction(
                    "set", "(" + type + ") -> ()", code().localGet(0).globalSet("env.g")),
            global);
    assertEquals(second, call(instance, "get"));
    call(instance, "set", first);
    assertEquals(first, global.get());
  }

  private static ModuleBuilder pushing(String name) {
    return module(name)
        .importGlobal("env", "__stack_pointer", ValueType.I32, true)
        .exportedFunction(
            "push",
            "(i32) -> i32",
            code()
                .globalGet("env.__stack_pointer")
                .localGet(0)
                .i32Sub()
                .globalSet("env.__stack_pointer")
                .globalGet("env.__stack_pointer"));
  }
}
