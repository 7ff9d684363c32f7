package org.dylink.toolchain.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the process that clang runs in ends, and what those are told who have asked it. */
final class WorkerTest {
  private static final Duration FOR_EVER = Duration.ofDays(1);
  private static final byte[] NO_INPUT = {};

  @TempDir private Path folder;
  private Path module;

  @BeforeEach
  void writeProgram() throws IOException {
    module = folder.resolve("llvm.wasm");
    ModuleBuilder program = ModuleBuilder.module("llvm.wasm");
    program.importFunction("wasi_snapshot_preview1", "proc_exit", "(i32) -> ()");
    program.memory(1).exportMemory("memory");
    Code exit = Code.code().i32Const(7).call("wasi_snapshot_preview1.proc_exit");
    Files.write(module, program.exportedFunction("_start", "() -> ()", exit).toArray());
  }

  private ToolReply ask(WorkerProcess process) throws IOException {
    return process.ask(folder.toString(), List.of("--version"), NO_INPUT);
  }

  private WorkerProcess start(Duration idle) throws IOException {
    return WorkerProcess.start(WorkerCommand.of(module, idle));
  }

  @Test
  void aProcessWithoutWorkEnds() throws Exception {
    WorkerProcess process = start(Duration.ZERO);
    assertEquals(7, ask(process).code());
    process.handle().onExit().join();
    assertTrue(process.hasEndedIdle());
    IOException failure = assertThrows(IOException.class, () -> ask(process));
    assertEquals("clang: its process has ended: exit code 75", failure.getMessage());
  }

  @Test
  void theNextCommandStartsAnother() throws Exception {
    Worker worker = new Worker(module, Duration.ZERO);
    for (int i = 0; i < 3; i++) {
      assertEquals(7, worker.ask(folder.toString(), List.of("--version"), NO_INPUT).code());
    }
    worker.close();
  }

  @Test
  void aProcessThatIsKilledIsTold() throws Exception {
    WorkerProcess process = start(FOR_EVER);
    assertEquals(7, ask(process).code());
    process.handle().destroyForcibly();
    process.handle().onExit().join();
    IOException failure = assertThrows(IOException.class, () -> ask(process));
    assertTrue(failure.getMessage().startsWith("clang: its process has ended: exit code "));
    assertFalse(process.hasEndedIdle());
  }

  @Test
  void afterAProcessThatIsKilledTheNextCommandStartsAnother() throws Exception {
    Worker worker = new Worker(module, FOR_EVER);
    for (int i = 0; i < 2; i++) {
      assertEquals(7, worker.ask(folder.toString(), List.of("--version"), NO_INPUT).code());
      worker.close();
    }
  }

  @Test
  void anAnswerThatIsNoneIsTold() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    WorkerProcess process = WorkerProcess.start(List.of(java, "--version"));
    IOException failure = assertThrows(IOException.class, () -> ask(process));
    assertEquals("clang: its process says what is no answer", failure.getMessage());
    assertFalse(process.isAlive());
  }

  @Test
  void manyAskAtOnce() throws Exception {
    Worker worker = new Worker(module, Duration.ZERO);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    Callable<Integer> command =
        () -> worker.ask(folder.toString(), List.of("--version"), NO_INPUT).code();
    List<Future<Integer>> codes = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      codes.add(threads.submit(command));
    }
    for (Future<Integer> code : codes) {
      assertEquals(7, code.get());
    }
    threads.shutdown();
    worker.close();
  }
}
