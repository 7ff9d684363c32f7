package org.dylink.itest;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;

import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;
import org.dylink.testing.ModuleBuilder;

/** The smallest programs. */
final class Mains {
  static final String NAME = "main.wasm";

  private static final String WASI = "wasi_snapshot_preview1";
  private static final String START = "_start";
  private static final String BASE = "env.__memory_base";

  private Mains() {}

  /** Its exit code is what a {@link NumberHost} says. */
  static WasmModule exitingWithNumber(String... needed) {
    return Modules.library(NAME, needed)
        .importFunction(NumberHost.NAME, "number", "() -> i32")
        .importFunction(WASI, "proc_exit", "(i32) -> ()")
        .exportedFunction(
            START, "() -> ()", code().call(NumberHost.NAME + ".number").call(WASI + ".proc_exit"))
        .build();
  }

  /** Asks a {@link NumberHost}, and then runs forever. */
  static WasmModule looping(String... needed) {
    return Modules.library(NAME, needed)
        .importFunction(NumberHost.NAME, "number", "() -> i32")
        .exportedFunction(
            START, "() -> ()", code().call(NumberHost.NAME + ".number").drop().loop().br(0).end())
        .build();
  }

  static WasmModule trapping() {
    return Modules.library(NAME).exportedFunction(START, "() -> ()", code().unreachable()).build();
  }

  /** Prints {@code err} and a newline on standard error. */
  static WasmModule complaining() {
    return ModuleBuilder.module(NAME)
        .dylink(dylink().memInfo(32, 2, 0, 0))
        .importMemory("env", "memory", 0)
        .importGlobal("env", "__memory_base", ValueType.I32, false)
        .importFunction(WASI, "fd_write", "(i32, i32, i32, i32) -> i32")
        .exportedFunction(
            START,
            "() -> ()",
            // The text at 8; at 0 where it is and how long.
            code()
                .globalGet(BASE)
                .i32Const('e' | 'r' << 8 | 'r' << 16 | '\n' << 24)
                .i32Store(8)
                .globalGet(BASE)
                .globalGet(BASE)
                .i32Const(8)
                .i32Add()
                .i32Store(0)
                .globalGet(BASE)
                .i32Const(4)
                .i32Store(4)
                .i32Const(2)
                .globalGet(BASE)
                .i32Const(1)
                .globalGet(BASE)
                .i32Const(16)
                .i32Add()
                .call(WASI + ".fd_write")
                .drop())
        .build();
  }

  static LibraryJar jar(WasmModule main) {
    return LibraryJar.named("main").library(main, "1.0.0");
  }
}
