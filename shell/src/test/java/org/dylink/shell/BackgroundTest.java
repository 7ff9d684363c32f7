package org.dylink.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.apache.felix.service.command.Job;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.linker.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Programs that run on until somebody stops them. */
@Timeout(30)
class BackgroundTest {
  private final SynchronousQueue<FakeProgram> started = new SynchronousQueue<>();
  private final FakeLinker linker = new FakeLinker();
  private final GogoShell shell = new GogoShell(linker, "typed");

  @AfterEach
  void close() {
    shell.close();
  }

  BackgroundTest() {
    linker.code = this::runOn;
  }

  private int runOn(FakeProgram program) {
    try {
      started.put(program);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    throw new TrapException(TrapKind.STOPPED, program.awaitStop());
  }

  @Test
  void aBackgroundProgramIsListedAndKilled() throws Exception {
    assertEquals("", shell.type("wasm:run main.wasm &"));
    FakeProgram program = started.take();
    assertEquals(
        """
        ID  NAME       STATE    EXIT CODE  ENGINE  LIBRARIES  MEMORY (KiB)  UPTIME  FAILURE
         1  main.wasm  running  -          fake            1          1088  1m 5s   -
        """,
        shell.type("wasm:ps"));
    List<Job> jobs = List.copyOf(shell.session().jobs());
    String killed = shell.type("wasm:kill 1");
    program.await(Program.State.CLOSED);
    awaitDone(jobs.get(0));
    // The program's end may be printed before or after the command returns.
    assertEquals("main.wasm: stopped: killed by wasm:kill\n", killed + shell.takeOutput());
    assertEquals(134, shell.session().get("exitCode"));
    assertEquals(
        """
        ID  NAME       STATE   EXIT CODE  ENGINE  LIBRARIES  MEMORY (KiB)  UPTIME  FAILURE
         1  main.wasm  failed  -          fake            1          1088  -       killed by wasm:kill
        """,
        shell.type("wasm:ps -a"));
  }

  @Test
  void aBackgroundProgramDoesNotReadTheKeyboard() throws Exception {
    linker.code = RunProgramTest::copyInput;
    CompletableFuture<Void> done = new CompletableFuture<>();
    shell
        .session()
        .setJobListener(
            (job, before, now) -> {
              if (now == Job.Status.Done) {
                done.complete(null);
              }
            });
    assertEquals("", shell.type("wasm:run main.wasm &"));
    done.get(10, TimeUnit.SECONDS);
    assertEquals("", shell.takeOutput());
    assertEquals(0, shell.session().get("exitCode"));
  }

  @Test
  void interruptingTheCommandStopsTheProgram() throws Exception {
    CompletableFuture<String> typed =
        CompletableFuture.supplyAsync(() -> shell.type("wasm:run main.wasm"));
    FakeProgram program = started.take();
    shell.session().foregroundJob().interrupt();
    assertEquals("java.lang.InterruptedException\n", typed.get());
    assertEquals("interrupted", program.awaitStop());
    program.await(Program.State.CLOSED);
  }

  @Test
  void programsEndWithTheCommands() throws Exception {
    CompletableFuture<String> typed =
        CompletableFuture.supplyAsync(() -> shell.type("wasm:run main.wasm"));
    started.take();
    shell.runProgram().stopAll();
    assertEquals("main.wasm: stopped: the shell's commands are being stopped\n", typed.get());
    assertTrue(linker.programs().isEmpty());
  }

  private static void awaitDone(Job job) throws InterruptedException {
    synchronized (job) {
      while (job.status() != Job.Status.Done) {
        job.wait();
      }
    }
  }
}
