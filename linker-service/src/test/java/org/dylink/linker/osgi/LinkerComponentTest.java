package org.dylink.linker.osgi;

import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dylink.engine.Engine;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.endive.CompilerEngine;
import org.dylink.engine.endive.InterpreterEngine;
import org.dylink.engine.host.HostLibrary;
import org.dylink.engine.jvm.JvmEngine;
import org.dylink.format.Feature;
import org.dylink.linker.Entrance;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Program;
import org.dylink.linker.Program.State;
import org.dylink.linker.runtime.ProgramListener;
import org.dylink.linker.testing.FakeHost;
import org.dylink.linker.testing.LackingEngine;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceReference;

class LinkerComponentTest {
  // v128.const 0

  private final LinkerComponent linker = new LinkerComponent(Fakes.emptyFramework(), Map.of());

  LinkerComponentTest() {
    linker.addEngine(Fakes.engineOfRank(0), new InterpreterEngine());
  }

  @Test
  void knowsItsProgramsUntilTheyAreClosed() throws LinkException {
    Program first = linker.link(request(shared("first.wasm")));
    Program second = linker.link(request(shared("second.wasm")));

    assertEquals(List.of(first, second), linker.programs());
    assertEquals(1, second.id() - first.id());
    first.close();
    assertEquals(List.of(second), linker.programs());
    second.close();
    assertEquals(List.of(), linker.programs());
  }

  @Test
  void keepsNoProgramOfAFailedLink() {
    FakeHost host = new FakeHost("test").with("f", "() -> ()", (guest, arguments) -> null);
    linker.addHostLibrary(Fakes.hostOfRank(0), host);
    ModuleBuilder main = shared("main.wasm").importFunction("test", "f", "() -> ()");
    main.exportedFunction("__wasm_call_ctors", "() -> ()", code().unreachable());

    assertThrows(LinkException.class, () -> linker.link(request(main)));

    assertEquals(List.of(), linker.programs());
    assertEquals(0, host.openInstances());
  }

  @Test
  void aProgramThatWasClosedTwiceIsGoneOnce() throws LinkException {
    Program program = linker.link(request(shared("main.wasm")));

    program.close();
    program.close();

    assertEquals(List.of(), linker.programs());
  }

  @Test
  void endsItsProgramsWhenItGoes() throws LinkException {
    FakeHost broken = new FakeHost("broken").with("f", "() -> ()", (guest, arguments) -> null);
    linker.addHostLibrary(Fakes.hostOfRank(0), broken.failingToClose());
    Program first =
        linker.link(request(shared("a.wasm").importFunction("broken", "f", "() -> ()")));
    Program second = linker.link(request(shared("b.wasm")));

    linker.deactivate();

    assertEquals(State.CLOSED, first.state());
    assertEquals(State.CLOSED, second.state());
    assertEquals(List.of(), linker.programs());
  }

  @Test
  void hostLibrariesComeAndGo() throws LinkException {
    FakeHost host = new FakeHost("test").with("f", "() -> ()", (guest, arguments) -> null);
    ServiceReference<HostLibrary> reference = Fakes.hostOfRank(0);
    linker.addHostLibrary(reference, host);
    linker.link(request(usesTest())).close();
    linker.removeHostLibrary(reference, host);

    LinkException thrown =
        assertThrows(LinkException.class, () -> linker.link(request(usesTest())));

    assertEquals(
        "main.wasm: import test.f: no host library and no module provides test",
        thrown.getMessage());
  }

  @Test
  void theHighestRankedEngineIsTakenUnlessOneIsNamed() throws LinkException {
    linker.addEngine(Fakes.engineOfRank(10), new CompilerEngine());
    LinkRequest named =
        LinkRequest.builder(TestLibrary.of(shared("main.wasm")))
            .engine("endive-interpreter")
            .build();
    LinkRequest unknown =
        LinkRequest.builder(TestLibrary.of(shared("main.wasm"))).engine("v8").build();

    linker.link(named).close();
    LinkException thrown = assertThrows(LinkException.class, () -> linker.link(unknown));

    assertEquals(
        "main.wasm: no engine is named v8: there are endive-compiler, endive-interpreter",
        thrown.getMessage());
    assertEquals(Reason.UNSUPPORTED, thrown.reason());
  }

  @Test
  void aProgramBeyondTheBestEngineRunsOnTheNext() throws LinkException {
    Engine best = new LackingEngine(new JvmEngine(), Feature.MULTI_MEMORY);
    linker.addEngine(Fakes.engineOfRank(20), best);
    LinkRequest named = LinkRequest.builder(TestLibrary.of(memories())).engine("jvm").build();
    LinkException refused = assertThrows(LinkException.class, () -> linker.link(named));
    assertEquals(Reason.UNSUPPORTED, refused.reason());
    assertEquals(
        "main.wasm: needs several memories (multi-memory), which engine jvm lacks: memory 1",
        refused.getMessage());

    linker.link(request(memories())).close();
  }

  @Test
  void aTrapIsToldOnceWhoeverCatchesIt() throws Throwable {
    List<String> told = new ArrayList<>();
    linker.addProgramListener(
        new ProgramListener() {
          @Override
          public void trapped(long program, String name, TrapException trap) {
            told.add(name + " " + trap.summary());
          }
        });
    ModuleBuilder main =
        shared("main.wasm")
            .exportedFunction("f", "() -> ()", code().unreachable())
            .exportedFunction("_start", "() -> ()", code().unreachable());
    String trap = "main.wasm unreachable: unreachable instruction executed";
    try (Program program = linker.link(request(main))) {
      assertThrows(TrapException.class, () -> program.call("f"));
      assertEquals(List.of(trap), told);
      Entrance entrance = program.entrance();
      Entrance.EntryPoint f = entrance.function("f").orElseThrow();
      TrapException thrown =
          assertThrows(
              TrapException.class,
              () -> {
                entrance.enter();
                f.handle().invoke();
              });
      entrance.leave(thrown);
      assertEquals(List.of(trap, trap), told);
      assertThrows(TrapException.class, program::run);
      assertEquals(List.of(trap, trap, trap), told);
    }
  }

  @Test
  void aStopIsToldOnceThoughEachCallIsAnsweredWithIt() throws LinkException {
    List<TrapKind> told = new ArrayList<>();
    linker.addProgramListener(
        new ProgramListener() {
          @Override
          public void trapped(long program, String name, TrapException trap) {
            told.add(trap.kind());
          }
        });
    ModuleBuilder main = shared("main.wasm").exportedFunction("f", "() -> ()", code());
    try (Program program = linker.link(request(main))) {
      program.stop("enough");
      assertThrows(TrapException.class, () -> program.call("f"));
      assertThrows(TrapException.class, () -> program.call("f"));
    }
    assertEquals(List.of(TrapKind.STOPPED), told);
  }

  @Test
  void withoutAnEngineNothingIsLinked() {
    LinkerComponent empty = new LinkerComponent(Fakes.emptyFramework(), Map.of());

    LinkException thrown =
        assertThrows(LinkException.class, () -> empty.link(request(shared("main.wasm"))));

    assertEquals("main.wasm: no engine service is there", thrown.getMessage());
  }

  private static ModuleBuilder memories() {
    return shared("main.wasm").importMemory("env", "memory", 0).memory(1);
  }

  private static ModuleBuilder usesTest() {
    return shared("main.wasm").importFunction("test", "f", "() -> ()");
  }

  private static LinkRequest request(ModuleBuilder main) {
    return LinkRequest.builder(TestLibrary.of(main)).build();
  }
}
