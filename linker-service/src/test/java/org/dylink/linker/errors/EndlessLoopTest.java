package org.dylink.linker.errors;

import static org.dylink.linker.testing.Shapes.MEMORY_BASE;
import static org.dylink.linker.testing.Shapes.TABLE_BASE;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dylink.engine.Engine;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.host.Guest;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.OpenLibrary;
import org.dylink.linker.Program;
import org.dylink.linker.Program.State;
import org.dylink.linker.ProgramProcess;
import org.dylink.linker.embed.Dylink;
import org.dylink.linker.testing.DlProgram;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.FakeHost;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.linker.testing.TestLink;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

/** Endless loops in exit functions and in what Java calls back: each way of ending ends them. */
@EachEngine
@Timeout(60)
class EndlessLoopTest {
  /** The ways into the loop: what main does in the end. */
  private static final Map<String, Code> WAYS =
      Map.of(
          "an exit function of main",
          code().globalGet(TABLE_BASE).call("env.atexit").drop().call("env.run_exit_functions"),
          "an exit function of an opened library",
          open().drop().call("env.run_exit_functions"),
          "a destructor in dlclose",
          open().call("env.dlclose").drop(),
          "a callback by address",
          code().globalGet(TABLE_BASE).call("test.call"),
          "a callback by name",
          code().call("test.call_symbol"),
          "a callback in an exit function",
          code()
              .globalGet(TABLE_BASE)
              .i32Const(1)
              .i32Add()
              .call("env.atexit")
              .drop()
              .call("env.run_exit_functions"));

  private final Engine engine;
  private final ExecutorService threads = Executors.newSingleThreadExecutor();
  private CountDownLatch inLoop;
  private FakeHost host;

  EndlessLoopTest(Engine engine) {
    this.engine = engine;
  }

  @AfterEach
  void endThread() {
    threads.shutdownNow();
  }

  @Test
  void itsTimeEnds() throws Exception {
    for (String way : WAYS.keySet()) {
      assertTimesOut(way, test -> run(test.link(main(way))));
    }
  }

  private static void run(Program linked) {
    try (Program program = linked) {
      program.run();
    } finally {
      assertEquals(State.CLOSED, linked.state());
      assertTrue(linked.failure().orElseThrow().startsWith("timeout: still running after "));
    }
  }

  @Test
  void itIsStopped() throws Exception {
    for (String way : WAYS.keySet()) {
      TestLink test = prepare();
      try (Program program = test.link(main(way))) {
        Future<Integer> running = threads.submit(program::run);
        inLoop.await();
        program.stop("killed");
        assertEnded(TrapKind.STOPPED, "killed", way, running::get);
        assertEquals(State.FAILED, program.state(), way);
        assertEquals(Optional.of("killed"), program.failure(), way);
      }
      assertNothingLeft(test);
    }
  }

  @Test
  void itIsClosed() throws Exception {
    for (String way : WAYS.keySet()) {
      TestLink test = prepare();
      Program program = test.link(main(way));
      Future<Integer> running = threads.submit(program::run);
      inLoop.await();
      program.close();
      assertEnded(TrapKind.STOPPED, "main.wasm: program is closed", way, running::get);
      assertEquals(State.CLOSED, program.state(), way);
      assertNothingLeft(test);
    }
  }

  @Test
  void itsProcessIsDestroyed() throws Exception {
    for (String way : WAYS.keySet()) {
      prepare();
      try (Dylink dylink = linker()) {
        LinkRequest request = LinkRequest.builder(TestLibrary.of(main(way))).build();
        ProgramProcess process = dylink.start(request);
        inLoop.await();
        process.destroy("destroyed");
        assertEnded(TrapKind.STOPPED, "destroyed", way, process::waitFor);
        assertFalse(process.isAlive(), way);
        assertEquals(List.of(), dylink.programs(), way);
        assertEquals(0, host.openInstances(), way);
      }
    }
  }

  @Test
  void aDestructorThatJavaRunsIsStoppedAndItsLibraryGone() throws Exception {
    assertTimesOut(
        "OpenLibrary.close",
        test -> {
          try (Program program = test.link(main("a callback by name"))) {
            closeLibrary(program, program.open("plug.so"));
          }
        });
  }

  private static void closeLibrary(Program program, OpenLibrary plug) {
    try {
      plug.close();
    } finally {
      assertEquals(
          List.of("main.wasm", "libmini.so", "libdl.so"),
          program.linkMap().libraries().stream().map(each -> each.library().name()).toList());
    }
  }

  /** What must not end in time. */
  @FunctionalInterface
  private interface Attempt {
    void run(TestLink test) throws LinkException;
  }

  // On a slow machine the time may be over before the loop: then with more of it.
  private void assertTimesOut(String way, Attempt attempt) throws Exception {
    long millis = 25;
    do {
      millis *= 2;
      Duration limit = Duration.ofMillis(millis);
      TestLink test = prepare();
      test.option(request -> request.timeout(limit));
      String message = "still running after " + millis / 1000.0 + " s";
      assertEnded(TrapKind.TIMEOUT, message, way, () -> attempt.run(test));
      assertNothingLeft(test);
    } while (inLoop.getCount() > 0);
  }

  private void assertEnded(TrapKind kind, String message, String way, Executable end) {
    Throwable thrown = assertThrows(Throwable.class, end, way);
    Throwable cause = thrown instanceof ExecutionException ? thrown.getCause() : thrown;
    TrapException trap = assertInstanceOf(TrapException.class, cause, way);
    assertEquals(kind, trap.kind(), way);
    assertEquals(message, trap.getMessage(), way);
  }

  private static void assertNothingLeft(TestLink test) {
    test.assertNothingLeft();
    assertFalse(Thread.interrupted());
  }

  private TestLink prepare() {
    inLoop = new CountDownLatch(1);
    host =
        new FakeHost("test")
            .with("log", "(i32) -> ()", (guest, arguments) -> null)
            .with("exit", "(i32) -> ()", (guest, arguments) -> null)
            .with("in_loop", "() -> ()", (guest, arguments) -> noteLoop())
            .with("call", "(i32) -> ()", (guest, args) -> callBack(guest, (int) args[0]))
            .with("call_symbol", "() -> ()", (guest, arguments) -> callBack(guest));
    TestLink test = TestLink.with(engine).host(host).libraries(plug());
    test.libraries().folder(DlProgram.LIBRARIES).folder(DlProgram.OWN_LIBRARIES);
    return test;
  }

  private Dylink linker() throws Exception {
    return Dylink.builder()
        .engine(engine)
        .host(host)
        .library("plug.so", plug().toArray())
        .library("libmini.so", Files.readAllBytes(DlProgram.LIBRARIES.resolve("libmini.so")))
        .build();
  }

  private Object noteLoop() {
    inLoop.countDown();
    return null;
  }

  private static Object callBack(Guest guest, int address) {
    return guest.function(address).call();
  }

  private static Object callBack(Guest guest) {
    return guest.function("spin").orElseThrow().call();
  }

  /** dlopen("plug.so", RTLD_NOW). */
  private static Code open() {
    return code().globalGet(MEMORY_BASE).i32Const(DlProgram.NOW).call("env.dlopen");
  }

  private static ModuleBuilder main(String way) {
    return imports(
            shared("main.wasm", dylink().memInfo(16, 0, 2, 0).needed("libmini.so", "libdl.so")))
        .importFunction("env", "dlopen", "(i32, i32) -> i32")
        .importFunction("env", "dlclose", "(i32) -> i32")
        .importFunction("env", "run_exit_functions", "() -> ()")
        .importFunction("test", "call", "(i32) -> ()")
        .importFunction("test", "call_symbol", "() -> ()")
        .exportedFunction("spin", "() -> ()", loop())
        .function("back", "() -> ()", code().call("test.call_symbol"))
        .elements(code().globalGet(TABLE_BASE), "spin", "back")
        .data(code().globalGet(MEMORY_BASE), "plug.so\0")
        .exportedFunction("_start", "() -> ()", WAYS.get(way));
  }

  /** Its constructor registers the loop. */
  private static ModuleBuilder plug() {
    Code register = code().globalGet(TABLE_BASE).call("env.atexit").drop();
    return imports(shared("plug.so", dylink().memInfo(0, 0, 1, 0)))
        .function("spin", "() -> ()", loop())
        .elements(code().globalGet(TABLE_BASE), "spin")
        .exportedFunction("__wasm_call_ctors", "() -> ()", register);
  }

  private static ModuleBuilder imports(ModuleBuilder module) {
    return module
        .importFunction("test", "in_loop", "() -> ()")
        .importFunction("env", "atexit", "(i32) -> i32");
  }

  private static Code loop() {
    return code().call("test.in_loop").loop().br(0).end();
  }
}
