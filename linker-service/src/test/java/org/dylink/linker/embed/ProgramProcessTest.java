package org.dylink.linker.embed;

import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dylink.engine.Engine;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.host.Guest;
import org.dylink.engine.host.ProgramExit;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Program;
import org.dylink.linker.ProgramProcess;
import org.dylink.linker.StandardStream;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.FakeHost;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A program is started, fed, read, awaited and ended as a process is. */
@EachEngine
@Timeout(60)
class ProgramProcessTest {
  private static final int LIMIT = 1 << 20;

  private final CountDownLatch inGuest = new CountDownLatch(1);
  private final List<String> threads = new ArrayList<>();
  private final Dylink linker;

  ProgramProcessTest(Engine engine) {
    linker =
        Dylink.builder()
            .engine(engine)
            .host(
                new FakeHost("test")
                    .with("exit", "() -> ()", (guest, arguments) -> exit())
                    .with("copy", "() -> ()", (guest, arguments) -> copy(guest))
                    .with("print", "() -> ()", (guest, arguments) -> print(guest))
                    .with("fail", "() -> ()", (guest, arguments) -> fail()))
            .build();
  }

  @AfterEach
  void nothingIsLeft() {
    assertEquals(List.of(), linker.programs());
    linker.close();
  }

  private Object exit() {
    threads.add(Thread.currentThread().getName());
    throw new ProgramExit(3);
  }

  private static Object fail() {
    throw new UncheckedIOException(new IOException("of the host"));
  }

  /** Standard input to both outputs. */
  private Object copy(Guest guest) {
    inGuest.countDown();
    try {
      byte[] buffer = new byte[10_000];
      for (int n = guest.stdin().read(buffer); n >= 0; n = guest.stdin().read(buffer)) {
        guest.stdout().write(buffer, 0, n);
        guest.stderr().write(buffer, 0, n);
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Three times what a pipe takes. */
  private static Object print(Guest guest) {
    try {
      guest.stdout().write(new byte[3 * LIMIT]);
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void runsInThisThread() throws Exception {
    assertEquals(3, linker.run(request("exit").build()));
    assertEquals(List.of(Thread.currentThread().getName()), threads);
  }

  @Test
  void runsInAThreadOfItsOwn() throws Exception {
    ProgramProcess process = linker.start(request("exit").build());
    assertEquals(3, process.waitFor());
    assertEquals(3, process.waitFor());
    assertEquals(OptionalInt.of(3), process.waitFor(Duration.ofSeconds(1)));
    assertEquals(OptionalInt.of(3), process.exitCode());
    assertEquals(3, process.onExit().get());
    assertFalse(process.isAlive());
    assertEquals(Program.State.CLOSED, process.program().orElseThrow().state());
    assertEquals(List.of("dylink-program-main.wasm"), threads);
  }

  @Test
  void runsInAThreadOfSomebodys() throws Exception {
    List<Runnable> work = new ArrayList<>();
    ProgramProcess process = ProgramProcess.of(linker, request("exit").build()).start(work::add);
    assertTrue(process.isAlive());
    assertEquals(OptionalInt.empty(), process.exitCode());
    assertEquals(OptionalInt.empty(), process.waitFor(Duration.ofMillis(1)));
    work.get(0).run();
    assertEquals(3, process.waitFor());
  }

  @Test
  void isSeenBeforeItIsClosed() throws Exception {
    List<Program.State> states = new ArrayList<>();
    ProgramProcess process =
        ProgramProcess.of(linker, request("exit").build())
            .whenEnded(program -> states.add(program.state()));
    assertEquals(Optional.empty(), process.program());
    assertEquals(3, process.run());
    assertEquals(List.of(Program.State.EXITED), states);
  }

  @Test
  void isFedAndReadThroughPipes() throws Exception {
    ProgramProcess process = linker.start(piped("copy").build());
    try (OutputStream stdin = process.stdin()) {
      stdin.write("hello ".getBytes(StandardCharsets.UTF_8));
      stdin.write('!');
    }
    assertEquals("hello !", text(process.stdout()));
    assertEquals("hello !", text(process.stderr()));
    assertEquals(0, process.waitFor());
  }

  @Test
  void answersWhileItsInputIsOpen() throws Exception {
    ProgramProcess process = linker.start(piped("copy").build());
    for (int i = 0; i < 100; i++) {
      process.stdin().write(i);
      assertEquals(i, process.stdout().read());
    }
    process.stdin().close();
    assertEquals(-1, process.stdout().read());
    assertEquals(0, process.waitFor());
  }

  @Test
  void allInputBeforeAnyOutputIsNoDeadlock() throws Exception {
    byte[] input = new byte[5 * LIMIT];
    new Random(1).nextBytes(input);
    ProgramProcess process = linker.start(piped("copy").build());
    process.stdin().write(input);
    process.stdin().close();
    assertArrayEquals(input, process.stdout().readAllBytes());
    assertArrayEquals(input, process.stderr().readAllBytes());
    assertEquals(0, process.waitFor());
  }

  @Test
  void waitingWithoutReadingIsNoDeadlock() throws Exception {
    ProgramProcess process = linker.start(piped("print").build());
    assertEquals(0, process.waitFor());
    assertEquals(3 * LIMIT, process.stdout().readAllBytes().length);
  }

  @Test
  void aProgramWaitsForItsReader() throws Exception {
    ProgramProcess process = linker.start(piped("print").build());
    while (process.stdout().available() < LIMIT) {
      Thread.onSpinWait();
    }
    assertTrue(process.isAlive());
    assertEquals(LIMIT, process.stdout().available());
    assertEquals(3 * LIMIT, process.stdout().readAllBytes().length);
    assertEquals(0, process.waitFor());
  }

  @Test
  void aProgramIsToldThatNobodyReadsAnyMore() throws Exception {
    ProgramProcess process = linker.start(piped("print").build());
    process.stdout().close();
    UncheckedIOException failure = assertThrows(UncheckedIOException.class, process::waitFor);
    assertEquals("main.wasm: STDOUT: the pipe is closed", failure.getCause().getMessage());
  }

  @Test
  void javaIsToldThatTheProgramDoesNotReadAnyMore() throws Exception {
    ProgramProcess process = linker.start(piped("exit").build());
    assertEquals(3, process.waitFor());
    IOException failure = assertThrows(IOException.class, () -> process.stdin().write(1));
    assertEquals("main.wasm: STDIN: the program has ended", failure.getMessage());
  }

  @Test
  void isDestroyedWhileItWaitsForInput() throws Exception {
    ProgramProcess process = linker.start(piped("copy").build());
    inGuest.await();
    process.destroy();
    TrapException trap = assertThrows(TrapException.class, process::waitFor);
    assertEquals(TrapKind.STOPPED, trap.kind());
    assertEquals("destroyed", trap.getMessage());
    assertEquals(OptionalInt.empty(), process.exitCode());
    assertEquals(-1, process.stdout().read());
  }

  @Test
  void isDestroyedInALoop() throws Exception {
    ModuleBuilder main = shared("main.wasm").importFunction("test", "print", "() -> ()");
    main.exportedFunction("_start", "() -> ()", code().call("test.print").loop().br(0).end());
    ProgramProcess process =
        linker.start(LinkRequest.builder(TestLibrary.of(main)).pipe(StandardStream.STDOUT).build());
    process.stdout().readNBytes(3 * LIMIT);
    process.destroy("no more");
    TrapException trap = assertThrows(TrapException.class, process::waitFor);
    assertEquals("no more", trap.getMessage());
  }

  @Test
  void isDestroyedWhileItIsLinked() throws Exception {
    CountDownLatch constructing = new CountDownLatch(1);
    ModuleBuilder main = shared("main.wasm").importFunction("block", "for_ever", "() -> ()");
    main.exportedFunction("__wasm_call_ctors", "() -> ()", code().call("block.for_ever"));
    try (Dylink own =
        Dylink.builder()
            .host(
                new FakeHost("block")
                    .with("for_ever", "() -> ()", (guest, arguments) -> block(constructing)))
            .build()) {
      ProgramProcess process = own.start(LinkRequest.builder(TestLibrary.of(main)).build());
      constructing.await();
      process.destroy("changed my mind");
      TrapException trap = assertThrows(TrapException.class, process::waitFor);
      assertEquals("changed my mind", trap.getMessage());
      assertEquals(Optional.empty(), process.program());
    }
  }

  private static Object block(CountDownLatch entered) {
    entered.countDown();
    try {
      TimeUnit.DAYS.sleep(1);
      return null;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void isDestroyedBetweenTheStepsOfALink() {
    List<String> compiled = new ArrayList<>();
    ProgramProcess[] process = new ProgramProcess[1];
    ModuleBuilder main = shared("main.wasm", "libnext.so");
    main.exportedFunction("_start", "() -> ()", code());
    LinkRequest request =
        LinkRequest.builder(TestLibrary.of(main))
            .preloads(List.of("libnext.so"))
            .trace(
                (library, event) -> {
                  if (event.equals("compiled")) {
                    compiled.add(library);
                    process[0].destroy("in between");
                  }
                })
            .build();
    try (Dylink own = Dylink.builder().library(TestLibrary.of(shared("libnext.so"))).build()) {
      process[0] = ProgramProcess.of(own, request);
      TrapException trap = assertThrows(TrapException.class, process[0]::run);
      assertEquals("in between", trap.getMessage());
    }
    assertEquals(List.of("main.wasm"), compiled);
    assertFalse(Thread.interrupted());
  }

  @Test
  void tellsThatItIsLinkedBeforeItRuns() throws Exception {
    List<Program.State> states = new ArrayList<>();
    ProgramProcess process =
        ProgramProcess.of(linker, request("exit").build())
            .whenLinked(program -> states.add(program.state()));
    assertEquals(3, process.run());
    assertEquals(List.of(Program.State.READY), states);
  }

  @Test
  void isDestroyedBeforeItIsStarted() {
    ProgramProcess process = ProgramProcess.of(linker, request("exit").build());
    process.destroy("too early");
    TrapException trap = assertThrows(TrapException.class, process::run);
    assertEquals("too early", trap.getMessage());
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void itsTimeEndsWhileItWaitsForInput() {
    ProgramProcess process = linker.start(piped("copy").timeout(Duration.ofMillis(200)).build());
    TrapException trap = assertThrows(TrapException.class, process::waitFor);
    assertEquals(TrapKind.TIMEOUT, trap.kind());
    assertEquals("still running after 0.2 s", trap.getMessage());
  }

  @Test
  void whatGoesWrongIsToldToWhoWaits() {
    LinkRequest missing =
        LinkRequest.builder(TestLibrary.of(shared("main.wasm", "libx.so"))).build();
    String message =
        "main.wasm: needed library libx.so not found: no folder is searched (main.wasm -> libx.so)";
    LinkException here = assertThrows(LinkException.class, () -> linker.run(missing));
    assertEquals(message, here.getMessage());
    ProgramProcess process = linker.start(missing);
    LinkException there = assertThrows(LinkException.class, process::waitFor);
    assertEquals(message, there.getMessage());
    assertSame(there, assertThrows(LinkException.class, process::waitFor));
    assertFalse(process.isAlive());
    UncheckedIOException host =
        assertThrows(
            UncheckedIOException.class, () -> linker.start(request("fail").build()).waitFor());
    assertEquals("of the host", host.getCause().getMessage());
  }

  @Test
  void aConstructorMayEndIt() throws Exception {
    ModuleBuilder main = shared("main.wasm").importFunction("test", "exit", "() -> ()");
    main.exportedFunction("__wasm_call_ctors", "() -> ()", code().call("test.exit"));
    assertEquals(3, linker.run(LinkRequest.builder(TestLibrary.of(main)).build()));
  }

  @Test
  void runsOnce() throws Exception {
    ProgramProcess process = linker.start(request("exit").build());
    assertEquals(
        "main.wasm: was started before",
        assertThrows(IllegalStateException.class, process::run).getMessage());
    assertEquals(3, process.waitFor());
  }

  @Test
  void aStreamIsAPipeWhereItWasAskedFor() throws Exception {
    ProgramProcess process = linker.start(request("exit").pipe(StandardStream.STDIN).build());
    assertEquals(3, process.waitFor());
    assertEquals(
        "main.wasm: STDOUT is no pipe: ask for it first",
        assertThrows(IllegalStateException.class, process::stdout).getMessage());
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static LinkRequest.Builder piped(String function) {
    return request(function).pipe(StandardStream.values());
  }

  /** A program that calls one function. */
  private static LinkRequest.Builder request(String function) {
    ModuleBuilder main = shared("main.wasm").importFunction("test", function, "() -> ()");
    main.exportedFunction("_start", "() -> ()", code().call("test." + function));
    return LinkRequest.builder(TestLibrary.of(main));
  }
}
