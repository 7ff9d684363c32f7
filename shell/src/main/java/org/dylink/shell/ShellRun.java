package org.dylink.shell;

import java.time.Duration;
import org.dylink.engine.TrapException;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.ProgramProcess;

/**
 * One program from link to close, in a thread of its own, so that Ctrl-C reaches the command that
 * waits for it, whatever the program is doing.
 */
final class ShellRun {
  private static final Duration TIME_TO_STOP = Duration.ofSeconds(5);

  private final ProgramProcess process;

  /**
   * @param ended is told of the program before it is closed
   */
  ShellRun(Linker linker, LinkRequest request, EndedPrograms ended) {
    this.process =
        ProgramProcess.of(linker, request).whenEnded(program -> ended.note(program.id()));
  }

  /**
   * Runs the program and waits for its end. If this thread is interrupted it stops the program, and
   * gives it a few seconds to do so.
   *
   * @return its exit code
   * @throws LinkException if it cannot be linked
   * @throws TrapException if it traps or is stopped
   * @throws InterruptedException if it was interrupted
   */
  int await() throws LinkException, InterruptedException {
    process.start();
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      stop("interrupted");
      awaitStopped();
      throw e;
    }
  }

  /** Ends the program, also in the middle of linking it. */
  void stop(String reason) {
    process.destroy(reason);
  }

  private void awaitStopped() throws InterruptedException {
    try {
      process.waitFor(TIME_TO_STOP);
    } catch (LinkException | RuntimeException e) {
      // Stopped, or stuck in a host function: wasm:ps shows which.
      return;
    }
  }
}
