package org.dylink.linker.link.load;

import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.engine.Engine;
import org.dylink.engine.endive.CompilerEngine;
import org.dylink.engine.endive.InterpreterEngine;
import org.dylink.engine.jvm.JvmEngine;
import org.dylink.format.Feature;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Program;
import org.dylink.linker.link.LinkSession;
import org.dylink.linker.link.program.LinkedProgram;
import org.dylink.linker.testing.LackingEngine;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** A program runs on the first engine that has all that all of its modules need, or on none. */
class EngineDecisionTest {
  private static final List<Engine> ENGINES =
      List.of(
          new LackingEngine(new JvmEngine(), Feature.MULTI_MEMORY),
          new CompilerEngine(),
          new InterpreterEngine());
  private static final String RECOMPILE =
      ": recompile with -mllvm -wasm-use-legacy-eh=false (main.wasm -> old.so)";

  private final TestLibrary sums = TestLibrary.of(sums("sums.so"));
  private final TestLibrary memories = TestLibrary.of(memories("memories.so"));
  private final TestLibrary legacy = TestLibrary.of(legacy("old.so"));

  @Test
  void whatNeedsNothingRunsOnTheBest() throws LinkException {
    assertEquals("jvm", engineOf(mainOf(), Map.of()));
  }

  @Test
  void theNextIsTakenForWhatTheBestLacks() throws LinkException {
    TestLibrary plain = TestLibrary.of(module("plain.wasm").memory(1).memory(1));
    TestLibrary memoriesOfMain = TestLibrary.of(memories("main.wasm"));
    assertEquals("endive-compiler", engineOf(memoriesOfMain, Map.of()));
    assertEquals("endive-compiler", engineOf(mainOf("memories.so"), Map.of()));
    assertEquals("endive-compiler", engineOf(mainOf(), Map.of("plain", plain)));
    assertEquals("jvm", engineOf(mainOf("old.so"), Map.of()));
  }

  @Test
  void whatNoneHasIsNamedWithAllEngines() {
    assertRefused(
        "sums.so: needs 128-bit arithmetic (wide-arithmetic), which engines jvm,"
            + " endive-compiler, endive-interpreter lack: function v"
            + " (main.wasm -> sums.so)",
        mainOf("sums.so"),
        Map.of(),
        Optional.empty());
    assertRefused(
        "sums.so: needs 128-bit arithmetic (wide-arithmetic), which engines jvm,"
            + " endive-compiler, endive-interpreter lack: function v",
        mainOf(),
        Map.of("plain", sums),
        Optional.empty());
  }

  @Test
  void whatNoneHasTogetherIsNamedWithWhoLacksIt() {
    assertRefused(
        "memories.so: needs several memories (multi-memory), which engine jvm lacks: memory 1"
            + " (main.wasm -> memories.so)\n"
            + "old.so: needs the legacy encoding of exceptions (legacy-exceptions), which engines"
            + " endive-compiler, endive-interpreter lack: function f"
            + RECOMPILE,
        mainOf("memories.so", "old.so"),
        Map.of(),
        Optional.empty());
  }

  @Test
  void anEngineThatIsNamedGetsNoReplacement() {
    assertRefused(
        "memories.so: needs several memories (multi-memory), which engine jvm lacks: memory 1"
            + " (main.wasm -> memories.so)",
        mainOf("memories.so"),
        Map.of(),
        Optional.of("jvm"));
    assertRefused(
        "main.wasm: no engine is named v8: there are jvm, endive-compiler, endive-interpreter",
        mainOf(),
        Map.of(),
        Optional.of("v8"));
  }

  @Test
  void aLibraryThatIsOpenedLaterIsRefusedInTheSameWords() throws LinkException {
    try (LinkedProgram program = session(mainOf(), Map.of(), Optional.empty()).link()) {
      LinkException refused = assertThrows(LinkException.class, () -> program.open("memories.so"));
      assertEquals(
          "memories.so: needs several memories (multi-memory), which engine jvm lacks: memory 1",
          refused.getMessage());
      assertEquals(Reason.UNSUPPORTED, refused.reason());
      assertEquals(1, program.linkMap().libraries().size());
    }
  }

  @Test
  void whatIsOpenedLaterMayHaveWhatTheProgramsEngineHas() throws LinkException {
    LinkSession session = session(mainOf(), Map.of(), Optional.of("endive-interpreter"));
    try (LinkedProgram program = session.link()) {
      program.open("memories.so").close();
    }
  }

  private String engineOf(TestLibrary main, Map<String, TestLibrary> plain) throws LinkException {
    String[] chosen = {""};
    EngineSource source =
        modules -> {
          Engine engine = new EngineDecision(ENGINES, Optional.empty(), "").choose(modules);
          chosen[0] = engine.name();
          return engine;
        };
    try (Program program = new LinkSession(request(main, plain), context(source), 1).link()) {
      assertEquals("main.wasm", program.name());
    }
    return chosen[0];
  }

  private void assertRefused(
      String message, TestLibrary main, Map<String, TestLibrary> plain, Optional<String> engine) {
    LinkException refused =
        assertThrows(LinkException.class, () -> session(main, plain, engine).link());
    assertEquals(message, refused.getMessage());
    assertEquals(Reason.UNSUPPORTED, refused.reason());
  }

  private LinkSession session(
      TestLibrary main, Map<String, TestLibrary> plain, Optional<String> engine) {
    EngineDecision decision = new EngineDecision(ENGINES, engine, "");
    return new LinkSession(request(main, plain), context(decision), 1);
  }

  private LinkContext context(EngineSource engines) {
    Map<String, TestLibrary> libraries =
        Map.of("sums.so", sums, "memories.so", memories, "old.so", legacy);
    return new LinkContext(
        engines,
        new ModuleCache(),
        (name, neededBy, program) -> SearchResult.found(libraries.get(name)),
        name -> Optional.empty(),
        Admission.OPEN);
  }

  private static LinkRequest request(TestLibrary main, Map<String, TestLibrary> plain) {
    LinkRequest.Builder request = LinkRequest.builder(main);
    plain.forEach(request::module);
    return request.build();
  }

  private static TestLibrary mainOf(String... needed) {
    return TestLibrary.of(shared("main.wasm", needed));
  }

  private static ModuleBuilder sums(String name) {
    return shared(name).exportedFunction("v", "(i64) -> i64", sum128());
  }

  private static Code sum128() {
    return code().localGet(0).localGet(0).localGet(0).localGet(0).op(0xfc, 0x13).drop();
  }

  private static ModuleBuilder memories(String name) {
    return shared(name).importMemory("env", "memory", 0).memory(1);
  }

  private static ModuleBuilder legacy(String name) {
    return shared(name)
        .tag("t", "() -> ()")
        .exportedFunction("f", "() -> ()", code().op(6, 0x40).throwTag("t").op(7, 0).end());
  }
}
