package org.dylink.app.command;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dylink.format.WasmModule;
import org.junit.jupiter.api.Test;

final class FileFactsTest {
  @Test
  void tellsOfALibrary() {
    WasmModule module =
        module("libfoo.so")
            .dylink(
                dylink()
                    .memInfo(120, 4, 3, 0)
                    .needed("libc.so", "libm.so")
                    .runtimePath("$ORIGIN/lib"))
            .importMemory("env", "memory", 0)
            .importFunction("env", "puts", "(i32) -> i32")
            .exportedFunction("twice", "(i32) -> i32", code().localGet(0))
            .build();
    assertEquals(
        """
        name          libfoo.so
        kind          shared library
        target        wasm32-wasip1
        data          120 bytes, aligned to 16
        slots         3, aligned to 1
        needed        libc.so, libm.so
        runtime path  $ORIGIN/lib
        imports       2: 1 memory, 1 function
        exports       1: 1 function
        functions     2
        """
            + "file          "
            + module.bytes().size()
            + " bytes\nsha256        "
            + module.digest()
            + "\n",
        FileFacts.of(module));
  }

  @Test
  void tellsOfAPlainModule() {
    WasmModule module = module("plain.wasm").memory(1).exportMemory("memory").build();
    assertEquals(
        """
        name       plain.wasm
        kind       plain module
        target     wasm32-unknown
        imports    0
        exports    1: 1 memory
        functions  0
        """
            + "file       "
            + module.bytes().size()
            + " bytes\nsha256     "
            + module.digest()
            + "\n",
        FileFacts.of(module));
  }

  @Test
  void tellsWhatIsCompiled() {
    WasmModule module = module("plain.wasm").memory(1).exportMemory("memory").build();
    String facts = FileFacts.of(module, List.of("native-linux-x86_64 (kept)", "jvm (beside)"));

    assertTrue(
        facts.contains("\ncompiled   native-linux-x86_64 (kept), jvm (beside)\nfile "), facts);
  }
}
