package org.dylink.linker.threads;

import static org.dylink.format.ValueType.I32;
import static org.dylink.linker.testing.Shapes.threaded;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dylink.engine.Engine;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.linker.Program;
import org.dylink.linker.link.program.LinkedProgram;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.ThreadSteps.Told;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** How threads begin, and what is their own. */
@EachEngine
class ThreadSpawnTest extends ThreadTest {
  ThreadSpawnTest(Engine engine) {
    super(engine);
  }

  @Test
  void aThreadGetsItsNumberAndItsArgument() throws Exception {
    ModuleBuilder main = newMain();
    thread(main, code().localGet(0).localGet(1).call(TELL));
    start(main, spawn(code(), 42).call(PAUSE));
    try (Program program = test.link(main)) {
      CompletableFuture<Integer> running = run(program);

      Told told = steps.next();
      steps.go();

      assertEquals(1, told.first());
      assertEquals(42, told.second());
      assertEquals(
          "dylink-program-main.wasm " + program.id() + " main.wasm thread 1", told.thread());
      assertEquals(0, exitCode(running));
    }
    assertNothingLeft();
  }

  @Test
  void aLibraryRunsThreadsIfMainHasNothingForIt() throws Exception {
    ModuleBuilder libc = withTests(threaded("libc.so"));
    thread(libc, code().localGet(0).localGet(1).call(TELL));
    ModuleBuilder main = newMain("libc.so");
    start(main, spawn(code(), 7).call(PAUSE));
    test.libraries(libc);
    try (Program program = test.link(main)) {
      CompletableFuture<Integer> running = run(program);

      assertEquals(
          new Told("dylink-program-main.wasm " + program.id() + " libc.so thread 1", 1, 7),
          steps.next());
      steps.go();
      exitCode(running);
    }
  }

  @Test
  void noLivingThreadHasAnothersNumber() throws Exception {
    ModuleBuilder main = newMain();
    thread(main, code().localGet(0).localGet(1).call(TELL).call(PAUSE));
    start(main, spawn(spawn(code(), 1), 2).call(PAUSE));
    try (LinkedProgram program = test.link(main)) {
      CompletableFuture<Integer> running = run(program);

      int first = steps.next().first();
      int second = steps.next().first();
      assertEquals(3, first + second);
      assertEquals(List.of(0, 1, 2), program.threads());
      String name = "dylink-program-main.wasm " + program.id() + " main.wasm thread ";
      assertEquals(
          List.of("runs-program", name + 1, name + 2),
          program.threads().stream()
              .map(n -> program.javaThread(n).orElseThrow().getName())
              .toList());
      for (int i = 0; i < 3; i++) {
        steps.go();
      }
      assertEquals(0, exitCode(running));
    }
  }

  @Test
  void moreThanTheLimitAreRefusedUntilOneEnds() throws Exception {
    ModuleBuilder main = newMain();
    thread(main, code().call(PAUSE).localGet(0).localGet(1).call(TELL));
    start(
        main,
        code()
            .i32Const(1)
            .i32Const(1)
            .call(SPAWN)
            .call(TELL)
            .i32Const(2)
            .i32Const(1)
            .call(SPAWN)
            .call(TELL));
    test.option(request -> request.maxThreads(2));
    try (Program program = test.link(main)) {
      assertEquals(0, program.run());

      assertNumbers(steps, "1 1", "2 -6");
    }
  }

  @Test
  void oneThreadIsAllThatALimitOfOneAllows() throws Exception {
    ModuleBuilder main = newMain();
    thread(main, code());
    start(main, code().i32Const(0).i32Const(1).call(SPAWN).call(TELL));
    test.option(request -> request.maxThreads(1));
    try (Program program = test.link(main)) {
      program.run();

      assertNumbers(steps, "0 -6");
    }
  }

  @Test
  void aProgramWithoutAStartFunctionForThreadsIsTold() throws Exception {
    ModuleBuilder main = newMain("libc.so");
    start(main, spawn(code(), 1));
    // Of another type: not what C means by the name.
    test.libraries(threaded("libc.so").exportedFunction("wasi_thread_start", "() -> ()", code()));
    try (Program program = test.link(main)) {
      TrapException thrown = assertThrows(TrapException.class, program::run);

      assertEquals(TrapKind.UNDEFINED_FUNCTION, thrown.kind());
      assertEquals(
          "main.wasm: a thread cannot begin: nobody exports wasi_thread_start (i32, i32) -> ():"
              + " searched main.wasm, libc.so",
          thrown.getMessage());
    }
  }

  @Test
  void memoryIsSharedAndGlobalsAreEachThreadsOwn() throws Exception {
    ModuleBuilder lib =
        threaded("lib.so", dylink().memInfo(16, 2, 0, 0), 1, 100)
            .global("own", I32, true, code().i32Const(0))
            .exportedFunction(
                "count",
                "() -> i32",
                code()
                    .globalGet("own")
                    .i32Const(1)
                    .i32Add()
                    .globalSet("own")
                    .globalGet("env.__memory_base")
                    .globalGet("env.__memory_base")
                    .i32Load(0)
                    .i32Const(1)
                    .i32Add()
                    .i32Store(0)
                    .globalGet("own"))
            .exportedFunction(
                "total", "() -> i32", code().globalGet("env.__memory_base").i32Load(0));
    ModuleBuilder main =
        newMain("lib.so")
            .importFunction("env", "count", "() -> i32")
            .importFunction("env", "total", "() -> i32");
    thread(main, code().call("env.count").drop().call("env.count").call("env.total").call(TELL));
    start(
        main,
        spawn(code().call("env.count").drop(), 1)
            .call(PAUSE)
            .call("env.count")
            .call("env.total")
            .call(TELL));
    test.libraries(lib);
    try (Program program = test.link(main)) {
      CompletableFuture<Integer> running = run(program);
      assertNumbers(steps, "2 3");
      steps.go();
      assertNumbers(steps, "2 4");
      exitCode(running);
    }
  }

  @Test
  void theStackPointerOfAThreadIsTheSameInAllLibrariesAndNoOtherThreads() throws Exception {
    ModuleBuilder lib =
        threaded("lib.so")
            .exportedFunction("stack", "() -> i32", code().globalGet("env.__stack_pointer"));
    ModuleBuilder main = newMain("lib.so").importFunction("env", "stack", "() -> i32");
    thread(
        main,
        code()
            .localGet(1)
            .globalSet("env.__stack_pointer")
            .localGet(0)
            .call("env.stack")
            .call(TELL));
    start(main, spawn(code(), 5000).call(PAUSE).i32Const(0).call("env.stack").call(TELL));
    test.libraries(lib).option(request -> request.stackSize(65_536));
    try (Program program = test.link(main)) {
      CompletableFuture<Integer> running = run(program);
      assertNumbers(steps, "1 5000");
      steps.go();
      assertNumbers(steps, "0 " + (1024 + 65_536));
      exitCode(running);
    }
  }

  @Test
  void aStartFunctionRunsInEachThreadAndConstructorsOnce() throws Exception {
    ModuleBuilder lib =
        withTests(threaded("lib.so"))
            .function("begin", "() -> ()", code().i32Const(1).i32Const(1).call(TELL))
            .start("begin")
            .exportedFunction(
                "__wasm_call_ctors", "() -> ()", code().i32Const(2).i32Const(2).call(TELL))
            .exportedFunction("used", "() -> ()", code().i32Const(3).i32Const(3).call(TELL));
    ModuleBuilder main = newMain("lib.so").importFunction("env", "used", "() -> ()");
    thread(main, code().call("env.used"));
    start(main, spawn(code().call("env.used"), 1).call(PAUSE));
    test.libraries(lib);
    try (Program program = test.link(main)) {
      CompletableFuture<Integer> running = run(program);
      assertNumbers(steps, "1 1", "2 2", "3 3", "1 1", "3 3");
      steps.go();
      exitCode(running);
    }
  }
}
