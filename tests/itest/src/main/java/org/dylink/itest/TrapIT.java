package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.dylink.engine.GuestFrame;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** A program that cannot go on, or must not, ends with what happened and where. */
@FrameworkTest
class TrapIT {
  private static final String JVM = "jvm";
  private static final String COMPILER = "endive-compiler";
  private static final String INTERPRETER = "endive-interpreter";

  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @ParameterizedTest
  @ValueSource(strings = {JVM, COMPILER, INTERPRETER})
  void aTrapShowsTheGuestsFunctionsInnermostFirst(String engine) throws Exception {
    TestFiles.start(context, folder, "libtrap.so");
    TestFiles.start(context, folder, "trap.wasm");
    try (Program program = linker.link(request("trap.wasm").engine(engine).build())) {
      TrapException trap = assertThrows(TrapException.class, program::run);
      assertEquals(TrapKind.UNREACHABLE, trap.kind());
      assertEquals("unreachable instruction executed", trap.getMessage());
      assertEquals(
          List.of(
              "crash_inner (libtrap.so)",
              "crash_outer (libtrap.so)",
              "crash (libtrap.so)",
              "main (trap.wasm)",
              "__main_void (libc.so)",
              "_start (trap.wasm)"),
          trap.guestStack().stream().map(GuestFrame::toString).toList());
      assertEquals(Program.State.FAILED, program.state());
      assertEquals(Optional.empty(), program.exitCode());
    }
    assertEquals("before the trap\n", printed());
  }

  @ParameterizedTest
  @ValueSource(strings = {JVM, COMPILER, INTERPRETER})
  void aLoopWithoutCallsEndsAtItsTimeout(String engine) throws Exception {
    TestFiles.start(context, folder, "loop.wasm");
    // Long enough for the interpreter to get to the loop.
    LinkRequest request =
        request("loop.wasm").engine(engine).timeout(Duration.ofSeconds(2)).build();
    try (Program program = linker.link(request)) {
      TrapException trap = assertThrows(TrapException.class, program::run);
      assertEquals(TrapKind.TIMEOUT, trap.kind());
      assertEquals("still running after 2.0 s", trap.getMessage());
    }
    assertEquals("looping\n", printed());
  }

  @ParameterizedTest
  @ValueSource(strings = {JVM, COMPILER, INTERPRETER})
  void aLoopWithoutCallsIsStopped(String engine) throws Exception {
    TestFiles.start(context, folder, "loop.wasm");
    AtomicReference<Program> running = new AtomicReference<>();
    OutputStream stopper =
        new OutputStream() {
          @Override
          public void write(int b) {
            out.write(b);
            running.get().stop("seen enough");
          }
        };
    try (Program program =
        linker.link(request("loop.wasm").engine(engine).stdout(stopper).build())) {
      running.set(program);
      TrapException trap = assertThrows(TrapException.class, program::run);
      assertEquals(TrapKind.STOPPED, trap.kind());
      assertEquals("seen enough", trap.getMessage());
    }
  }

  @Test
  void theStackEndsInATrapBeforeItRunsIntoData() throws Exception {
    TestFiles.start(context, folder, "deep.wasm");
    try (Program program = linker.link(request("deep.wasm").build())) {
      TrapException trap = assertThrows(TrapException.class, program::run);
      assertEquals(TrapKind.STACK_OVERFLOW, trap.kind());
      assertEquals("stack of 1048576 bytes is used up", trap.getMessage());
      assertTrue(trap.guestStack().size() > 1, () -> trap.guestStack().toString());
    }
    assertEquals("sinking\n", printed());
  }

  @Test
  void aProgramThatHasEndedDoesNotRunAgain() throws Exception {
    Program program = linker.link(request("hello.wasm").build());
    assertEquals(Program.State.READY, program.state());
    assertEquals(List.of(program), linker.programs());
    assertEquals(0, program.run());
    assertEquals(Program.State.EXITED, program.state());
    IllegalStateException failure = assertThrows(IllegalStateException.class, program::run);
    assertEquals(
        "hello.wasm: cannot run: program " + program.id() + " is EXITED", failure.getMessage());
    program.close();
    assertEquals(Program.State.CLOSED, program.state());
    assertEquals(List.of(), linker.programs());
  }

  private LinkRequest.Builder request(String main) {
    return Programs.request(linker, main).stdout(out);
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
