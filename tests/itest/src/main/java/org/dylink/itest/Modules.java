package org.dylink.itest;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;

import org.dylink.format.WasmModule;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;

/** The smallest modules that can be linked: one asks, another answers. */
final class Modules {
  private static final String SIGNATURE = "() -> i32";

  private Modules() {}

  /** A library without anything in it. */
  static ModuleBuilder library(String name, String... needed) {
    return ModuleBuilder.module(name)
        .dylink(dylink().memInfo(0, 0, 0, 0).needed(needed))
        .importMemory("env", "memory", 0);
  }

  /** A library whose function {@code answer} gives a number. */
  static WasmModule answering(String name, int number) {
    return library(name).exportedFunction("answer", SIGNATURE, code().i32Const(number)).build();
  }

  /** A library whose function {@code ask} calls {@code answer}. */
  static WasmModule asking(String name, String... needed) {
    return calling(name, "ask", "answer", needed);
  }

  /** A library whose one function calls that of another. */
  static WasmModule calling(String name, String function, String imported, String... needed) {
    return library(name, needed)
        .importFunction("env", imported, SIGNATURE)
        .exportedFunction(function, SIGNATURE, code().call("env." + imported))
        .build();
  }

  /** A library whose constructor runs some code. */
  static WasmModule constructedBy(String name, Code constructor) {
    return library(name).exportedFunction("__wasm_call_ctors", "() -> ()", constructor).build();
  }
}
