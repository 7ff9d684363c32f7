package org.dylink.itest;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;

import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;
import org.dylink.testing.ModuleBuilder;

/** A library that counts its calls in its data. */
final class Counter {
  static final String NAME = "counter.wasm";

  /** {@code static int calls; int count(void) { return ++calls; }}. */
  static final WasmModule MODULE =
      ModuleBuilder.module(NAME)
          .dylink(dylink().memInfo(4, 2, 0, 0))
          .importMemory("env", "memory", 0)
          .importGlobal("env", "__memory_base", ValueType.I32, false)
          .exportedFunction(
              "count",
              "() -> i32",
              code()
                  .globalGet("env.__memory_base")
                  .globalGet("env.__memory_base")
                  .i32Load(0)
                  .i32Const(1)
                  .i32Add()
                  .i32Store(0)
                  .globalGet("env.__memory_base")
                  .i32Load(0))
          .build();

  private Counter() {}
}
