package org.dylink.machine.programs;

import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.dylink.engine.Engine;
import org.dylink.engine.jvm.JvmEngine;
import org.dylink.format.WasmModule;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Program;
import org.dylink.linker.embed.Dylink;
import org.dylink.linker.link.load.EngineDecision;
import org.dylink.linker.link.load.EngineSource.Needed;
import org.dylink.machine.llvm.LlvmCompiler;
import org.dylink.machine.objects.ObjectSource;
import org.dylink.machine.run.NativeEngine;
import org.junit.jupiter.api.Test;

/** A program with garbage-collected types goes to another engine, and its user learns why. */
class CollectedTypesTest {
  private static final Engine NATIVE = new NativeEngine(ObjectSource.compiling(new LlvmCompiler()));
  private static final Engine JVM = new JvmEngine();
  private static final String REASON =
      "main.wasm: needs garbage-collected types (gc), which engine native lacks: function f";

  /** Wraps a number in an i31 reference, and takes it out again. */
  private static Library main() throws Exception {
    WasmModule module =
        shared("main.wasm")
            .exportedFunction("f", "() -> i32", code().i32Const(7).op(0xfb, 0x1c, 0xfb, 0x1e))
            .build();
    return Library.read(module.name(), module.bytes().toArray());
  }

  @Test
  void itRunsOnJvm() throws Exception {
    LinkRequest request = LinkRequest.builder(main()).build();
    try (Dylink dylink = Dylink.builder().engine(NATIVE).engine(JVM).build();
        Program program = dylink.link(request)) {
      assertEquals(7, program.call("f"));
    }
  }

  @Test
  void theReasonIsWhatTheLogTells() throws Exception {
    EngineDecision decision = new EngineDecision(List.of(NATIVE, JVM), Optional.empty(), "");
    List<Needed> needed = List.of(new Needed(main(), "main.wasm"));
    assertEquals(JVM, decision.choose(needed));
    assertEquals(Optional.of(REASON), decision.againstBest(needed));
  }

  @Test
  void whoAsksForNativeByNameIsRefused() throws Exception {
    LinkRequest request = LinkRequest.builder(main()).engine("native").build();
    try (Dylink dylink = Dylink.builder().engine(NATIVE).engine(JVM).build()) {
      LinkException refusal = assertThrows(LinkException.class, () -> dylink.link(request));
      assertEquals(REASON, refusal.getMessage());
    }
  }
}
