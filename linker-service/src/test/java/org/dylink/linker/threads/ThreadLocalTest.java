package org.dylink.linker.threads;

import static org.dylink.format.ValueType.I32;
import static org.dylink.linker.testing.Shapes.atBase;
import static org.dylink.linker.testing.Shapes.importData;
import static org.dylink.linker.testing.Shapes.threaded;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dylink.engine.Engine;
import org.dylink.linker.DataRegion;
import org.dylink.linker.Program;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.ThreadSteps.Told;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** Thread-local variables, of the first thread and of others. */
@EachEngine
class ThreadLocalTest extends ThreadTest {
  ThreadLocalTest(Engine engine) {
    super(engine);
  }

  private ModuleBuilder mainWithLibrary() {
    test.libraries(withThreadLocal("lib.so"));
    return newMain("lib.so")
        .importFunction("env", "get", "() -> i32")
        .importFunction("env", "set", "(i32) -> ()");
  }

  @Test
  void eachThreadHasItsOwnWithItsFirstValue() throws Exception {
    ModuleBuilder main = mainWithLibrary();
    thread(
        main,
        code()
            .localGet(0)
            .call("env.get")
            .call(TELL)
            .localGet(1)
            .call("env.set")
            .localGet(0)
            .call("env.get")
            .call(TELL));
    start(
        main,
        spawn(code().i32Const(0).call("env.get").call(TELL).i32Const(50).call("env.set"), 100)
            .call(PAUSE)
            .i32Const(0)
            .call("env.get")
            .call(TELL));
    try (Program program = test.link(main)) {
      CompletableFuture<Integer> running = run(program);
      assertNumbers(steps, "0 5", "1 5", "1 100");
      steps.go();
      assertNumbers(steps, "0 50");
      exitCode(running);
    }
  }

  @Test
  void anExportedOneHasAnotherAddressInEachThread() throws Exception {
    ModuleBuilder main = importData(mainWithLibrary(), "x");
    thread(
        main,
        code()
            .globalGet("GOT.mem.x")
            .globalGet("GOT.mem.x")
            .i32Load(0)
            .call(TELL)
            .globalGet("GOT.mem.x")
            .i32Const(7)
            .i32Store(0)
            .localGet(0)
            .call("env.get")
            .call(TELL));
    start(
        main,
        spawn(code().globalGet("GOT.mem.x").globalGet("GOT.mem.x").i32Load(0).call(TELL), 1)
            .call(PAUSE)
            .i32Const(0)
            .call("env.get")
            .call(TELL));
    try (Program program = test.link(main)) {
      CompletableFuture<Integer> running = run(program);
      Told first = steps.next();
      Told second = steps.next();
      assertEquals(5, first.second());
      assertEquals(5, second.second());
      assertNotEquals(first.first(), second.first());
      assertNumbers(steps, "1 7");
      steps.go();
      assertNumbers(steps, "0 5");
      exitCode(running);
      assertEquals(first.first(), program.entrance().address("x").orElseThrow(), "as Java sees it");
    }
  }

  @Test
  void aThreadGivesItsBlockBack() throws Exception {
    ModuleBuilder main = importData(mainWithLibrary(), "x");
    thread(main, code().globalGet("GOT.mem.x").localGet(0).call(TELL));
    main.exportedFunction("begin", "() -> ()", spawn(code(), 1));
    try (Program program = test.link(main)) {
      program.call("begin");
      Told first = steps.next();
      noThreadIsLeft();
      List<DataRegion> free = program.linkMap().freeData();

      program.call("begin");

      assertEquals(first.first(), steps.next().first(), "the same memory again");
      noThreadIsLeft();
      assertEquals(free, program.linkMap().freeData());
    }
    assertNothingLeft();
  }

  @Test
  void aThreadThatHasNoRoomForItsBlockDoesNotBegin() throws Exception {
    ModuleBuilder main = mainWithLibrary();
    thread(main, code());
    start(main, code().i32Const(0).i32Const(1).call(SPAWN).call(TELL));
    test.option(request -> request.stackSize(65_536).maxMemory(2 * 65_536));
    try (Program program = test.link(main)) {
      program.run();

      assertNumbers(steps, "0 -6");
      assertEquals(2, program.linkMap().memoryPages());
    }
  }

  @Test
  void aThreadWhoseStartCodePutsItsBlockElsewhereHasThatOne() throws Exception {
    ModuleBuilder library =
        withThreadLocal("lib.so")
            .exportedFunction(
                "wasi_thread_start",
                "(i32, i32) -> ()",
                atBase(8).globalSet("__tls_base").localGet(1).call("set"))
            .exportedFunction("peek", "() -> i32", atBase(8).i32Load(0));
    test.libraries(library);
    ModuleBuilder main =
        newMain("lib.so")
            .importFunction("env", "get", "() -> i32")
            .importFunction("env", "peek", "() -> i32");
    main.exportedFunction("begin", "() -> ()", spawn(code(), 77))
        .exportedFunction("own", "() -> i32", code().call("env.get"))
        .exportedFunction("other", "() -> i32", code().call("env.peek"));
    try (Program program = test.link(main)) {
      program.call("begin");
      noThreadIsLeft();

      assertEquals(77, program.call("other"));
      assertEquals(5, program.call("own"));
      List<DataRegion> free = program.linkMap().freeData();
      program.call("begin");
      noThreadIsLeft();
      assertEquals(free, program.linkMap().freeData(), "what the linker gave it goes back");
    }
    assertNothingLeft();
  }

  @Test
  void anAlignmentThatIsNoneIsRefused() {
    test.libraries(
        threaded("lib.so", dylink().memInfo(16, 2, 0, 0), 1, 100)
            .global("__tls_base", I32, true, code().i32Const(0))
            .exportGlobal("__tls_base", "__tls_base")
            .global("__tls_size", I32, false, code().i32Const(4))
            .exportGlobal("__tls_size", "__tls_size")
            .global("__tls_align", I32, false, code().i32Const(3))
            .exportGlobal("__tls_align", "__tls_align")
            .exportedFunction("__wasm_init_tls", "(i32) -> ()", code()));

    assertEquals(
        "lib.so: alignment of thread-local data is no power of two: 3",
        test.refuse(newMain("lib.so")).getMessage());
  }
}
