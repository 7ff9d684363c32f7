package org.dylink.shell;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

class ModulePortraitTest {
  @Test
  void tellsAProgramThatSharesTheMemoryFromOneThatBringsIt() {
    assertEquals(
        "program, position-independent",
        kind(start().importMemory("env", "memory", 1).exportMemory("memory").dylink(dylink())));
    assertEquals(
        "program, not position-independent",
        kind(start().memory(1).exportMemory("memory").dylink(dylink())));
  }

  @Test
  void tellsWhatHasNoDylinkSection() {
    assertEquals("plain WASI command", kind(start().memory(1).exportMemory("memory")));
    assertEquals("plain module", kind(ModuleBuilder.module("a.wasm")));
    assertEquals("shared library", kind(ModuleBuilder.module("a.wasm").dylink(dylink())));
  }

  private static ModuleBuilder start() {
    return ModuleBuilder.module("a.wasm").exportedFunction("_start", "() -> ()", code());
  }

  private static String kind(ModuleBuilder module) {
    FakeLibrary library = new FakeLibrary("a.wasm", "1.0.0", "a 1.0.0", module.build());
    return ModulePortrait.of(library).get(0).get(1);
  }
}
