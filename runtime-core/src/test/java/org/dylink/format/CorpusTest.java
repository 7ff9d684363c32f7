package org.dylink.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.dylink.testing.Corpus;
import org.dylink.testing.Signature;
import org.junit.jupiter.api.Test;

/** Facts about real libraries, as obj2yaml shows them. */
class CorpusTest {
  @Test
  void readsEveryModule() throws Exception {
    List<Path> modules = Corpus.modules();
    for (Path file : modules) {
      WasmModule module = WasmModule.read(file.toString(), Corpus.bytes(file));
      assertTrue(module.dylink().isPresent(), file.toString());
      assertFalse(module.exports().isEmpty() && module.imports().isEmpty(), file.toString());
    }
    assertTrue(modules.size() >= 48, () -> modules.size() + " modules");
  }

  @Test
  void readsTheCLibrary() throws Exception {
    WasmModule libc = Corpus.read("_libs/libc.so");
    DylinkSection dylink = libc.dylink().orElseThrow();

    assertEquals(new MemoryInfo(208_516, 16, 31, 1), dylink.memoryInfo());
    assertEquals(List.of(), dylink.needed());
    assertEquals(243, libc.imports().size());
    assertEquals(1179, libc.exports().size());
    Export printf = libc.export("printf").orElseThrow();
    assertEquals(new Export("printf", Signature.of("(i32, i32) -> i32"), 1292), printf);
    assertEquals("printf", libc.functionName(1292));
    assertEquals(
        new MemoryType(new Limits(4, Limits.UNBOUNDED), false), libc.imports().get(0).type());
    assertTrue(dylink.importFlags("env", "__main_argc_argv").isWeak());
    assertTrue(dylink.importFlags("GOT.mem", "__stack_low").isWeak());
    assertFalse(dylink.importFlags("GOT.mem", "__heap_end").isWeak());
  }

  @Test
  void readsAlignmentAndTableOfALargeLibrary() throws Exception {
    DylinkSection dylink = dylink("12-bigdata/libbig.so");

    assertEquals(new MemoryInfo(502_768, 256, 600, 1), dylink.memoryInfo());
    assertEquals(List.of("libc.so"), dylink.needed());
  }

  @Test
  void readsThreadLocalExports() throws Exception {
    assertTrue(dylink("10-tls/libtls-mt.so").exportFlags("tls_pub").isThreadLocal());
  }

  @Test
  void readsRuntimePath() throws Exception {
    DylinkSection dylink = dylink("11-runpath/main.wasm");

    assertEquals(List.of("librp.so", "libc.so"), dylink.needed());
    assertEquals(List.of("$ORIGIN/libs"), dylink.runtimePath());
  }

  @Test
  void findsWeakFlagsOfGotImportsUnderEnv() throws Exception {
    DylinkSection dylink = dylink("04-data/main.wasm");

    assertTrue(dylink.importFlags("GOT.mem", "undef_weak_var").isWeak());
    assertTrue(dylink.importFlags("GOT.func", "undef_weak_fn").isWeak());
  }

  private static DylinkSection dylink(String path) throws MalformedModuleException {
    return Corpus.read(path).dylink().orElseThrow();
  }
}
