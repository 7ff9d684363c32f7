package org.dylink.toolchain.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dylink.engine.jvm.AheadOfTime;
import org.dylink.engine.jvm.JvmEngine;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.embed.Dylink;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands beside a module of the packed clang. */
final class PackedModuleTest {
  @TempDir private Path folder;

  private PackedModule module() throws Exception {
    Path file = folder.resolve("llvm.wasm");
    ModuleBuilder program = ModuleBuilder.module("llvm.wasm").memory(1).exportMemory("memory");
    Files.write(file, program.exportedFunction("_start", "() -> ()", Code.code()).toArray());
    return PackedModule.read(file);
  }

  private static JvmEngine run(PackedModule module) throws Exception {
    JvmEngine engine = JvmEngine.trustingCompanions();
    try (Dylink dylink = Dylink.builder().engine(engine).library(module).build()) {
      assertEquals(0, dylink.start(LinkRequest.builder(module).build()).waitFor());
    }
    return engine;
  }

  @Test
  void whatWasCompiledBeforeIsNotCompiledAgain() throws Exception {
    PackedModule module = module();
    byte[] classes = AheadOfTime.compile(module.module());
    Files.write(folder.resolve("llvm.wasm" + AheadOfTime.SUFFIX), classes);
    JvmEngine engine = run(module);
    assertEquals(0, engine.statistics().compiled());
    assertEquals(1, engine.statistics().kept());
  }

  @Test
  void whatWasNotIsCompiled() throws Exception {
    JvmEngine engine = run(module());
    assertTrue(engine.statistics().compiled() > 0);
    assertEquals(0, engine.statistics().kept());
  }
}
