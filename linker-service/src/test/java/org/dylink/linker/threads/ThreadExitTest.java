package org.dylink.linker.threads;

import static org.dylink.linker.testing.Shapes.MEMORY_BASE;
import static org.dylink.linker.testing.Shapes.TABLE_BASE;
import static org.dylink.linker.testing.Shapes.threaded;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dylink.engine.Engine;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.FakeHost;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** Destructors of thread-local objects: they belong to a thread and to a library. */
@EachEngine
class ThreadExitTest extends PlugTest {
  private static final String REGISTRAR = "(i32, i32, i32) -> i32";

  ThreadExitTest(Engine engine) {
    super(engine);
    test.host(
        new FakeHost("dl")
            .forThreads()
            .with("open", "() -> i32", this::open)
            .with("close", "() -> ()", this::tryToClose));
  }

  /** A library whose function registers another one for the end of the thread that calls it. */
  private static ModuleBuilder plug(String... needed) {
    return withTests(threaded("plug.so", dylink().memInfo(16, 2, 1, 0).needed(needed), 1, 100))
        .importFunction("env", "__cxa_thread_atexit", REGISTRAR)
        .function("destroy", "(i32) -> ()", code().localGet(0).i32Const(77).call(TELL))
        .elements(code().globalGet(TABLE_BASE), "destroy")
        .exportedFunction(
            "get",
            "() -> i32",
            code()
                .globalGet(TABLE_BASE)
                .i32Const(7)
                .globalGet(MEMORY_BASE)
                .call("env.__cxa_thread_atexit"));
  }

  /** A main that is its own C++ runtime: it keeps what was registered last, at address 4. */
  private static ModuleBuilder main() {
    return withRegistrar(mainWithoutRuntime());
  }

  private static ModuleBuilder mainWithoutRuntime() {
    return newMain(dylink().memInfo(16, 2, 0, 0))
        .importFunction("dl", "open", "() -> i32")
        .importFunction("dl", "close", "() -> ()");
  }

  private static ModuleBuilder withRegistrar(ModuleBuilder runtime) {
    return runtime.exportedFunction(
        "__cxa_thread_atexit",
        REGISTRAR,
        code().globalGet(MEMORY_BASE).localGet(0).i32Store(4).i32Const(0));
  }

  /** Calls plug.so, whose function's address is at 0. */
  private static Code use(Code code) {
    return code.globalGet(MEMORY_BASE).i32Load(0).callIndirect("() -> i32").drop();
  }

  private static Code open() {
    return code().globalGet(MEMORY_BASE).call("dl.open").i32Store(0);
  }

  /** What C++ does when a thread ends. */
  private static Code end(Code code) {
    return code.i32Const(0).globalGet(MEMORY_BASE).i32Load(4).callIndirect("(i32) -> ()");
  }

  private static Code tell(Code code, int number) {
    return code.i32Const(0).i32Const(number).call(TELL);
  }

  @Test
  void aThreadDestroysWhatItHasOfALibraryThatStaysUntilThen() throws Exception {
    test.libraries(plug());
    ModuleBuilder main = main();
    thread(main, end(use(use(tell(code().call(STEP), 1))).then(tell(code(), 2)).call(STEP)));
    start(
        main,
        tell(
            spawn(open(), 9)
                .call(STEP)
                .call("dl.close")
                .then(tell(code(), 3))
                .call(STEP)
                .call("dl.close"),
            4));
    program = test.link(main);
    CompletableFuture<Integer> running = run(program);
    steps.go(1);
    assertNumbers(steps, "0 1");
    assertNumbers(steps, "0 2");

    steps.go(0);

    assertNumbers(steps, "0 3");
    assertEquals(
        "plug.so: cannot close: thread 1 has thread-local objects of it to destroy", refusal);
    steps.go(1);
    assertNumbers(steps, "7 77");
    assertNumbers(steps, "7 77");
    noThreadIsLeft();
    steps.go(0);
    assertNumbers(steps, "0 4");
    assertEquals("", refusal);
    assertEquals(0, exitCode(running));
    assertEquals(1, program.linkMap().libraries().size());
    program.close();
    assertNothingLeft();
  }

  @Test
  void theThreadThatClosesALibraryDestroysItsOwnThen() throws Exception {
    test.libraries(plug());
    runOneThatOpensAndCloses(main());
    program.close();
  }

  private void runOneThatOpensAndCloses(ModuleBuilder main) throws Exception {
    start(main, tell(use(open()).call("dl.close"), 4));
    program = test.link(main);
    CompletableFuture<Integer> running = run(program);
    assertNumbers(steps, "7 77");
    assertNumbers(steps, "0 4");
    assertEquals("", refusal);
    assertEquals(0, exitCode(running));
  }

  @Test
  void theRuntimeThatIsCalledWhenAThreadEndsStays() throws Exception {
    ModuleBuilder runtime = threaded("runtime.so", dylink().memInfo(16, 2, 0, 0), 1, 100);
    test.libraries(plug("runtime.so"), withRegistrar(runtime));
    runOneThatOpensAndCloses(mainWithoutRuntime());
    assertEquals(
        List.of("main.wasm", "runtime.so"),
        program.linkMap().libraries().stream().map(each -> each.library().name()).toList());
    program.close();
    assertNothingLeft();
  }
}
