package org.dylink.shell;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;

/**
 * One program from link to close, in a thread of its own, so that Ctrl-C reaches the command that
 * waits for it, whatever the program is doing.
 */
final class ProgramRun {
  private static final long SECONDS_TO_STOP = 5;

  // A guest's call takes a Java frame of several hundred bytes; C code that recurses within its own
  // stack would overflow Java's default of 1 MiB. More would make a runaway recursion take seconds.
  private static final long STACK_BYTES = 64L << 20;

  private final Linker linker;
  private final LinkRequest request;
  private final EndedPrograms ended;
  private final FutureTask<Integer> task = new FutureTask<>(this::linkAndRun);
  private final Thread thread;
  private Program program; // guarded by this; null until linked
  private String stopReason; // guarded by this; null until stopped

  /**
   * @param ended is told of the program before it is closed
   */
  ProgramRun(Linker linker, LinkRequest request, EndedPrograms ended) {
    this.linker = linker;
    this.request = request;
    this.ended = ended;
    this.thread = new Thread(null, task, "wasm:run " + request.main().name(), STACK_BYTES);
    thread.setDaemon(true);
  }

  /**
   * Runs the program and waits for its end. If this thread is interrupted it stops the program, and
   * gives it a few seconds to do so.
   *
   * @return its exit code
   * @throws ExecutionException with what linking or running has thrown
   * @throws InterruptedException if it was interrupted
   */
  int await() throws ExecutionException, InterruptedException {
    thread.start();
    try {
      return task.get();
    } catch (InterruptedException e) {
      stop("interrupted");
      awaitStopped();
      throw e;
    }
  }

  /** Ends the program, also in the middle of linking it. */
  synchronized void stop(String reason) {
    stopReason = reason;
    if (program == null) {
      // Constructors run before the linker returns the program: only its thread is known.
      thread.interrupt();
    } else {
      program.stop(reason);
    }
  }

  private int linkAndRun() throws LinkException {
    try (Program linked = linker.link(request)) {
      admit(linked);
      try {
        return linked.run();
      } finally {
        ended.note(linked.id());
      }
    }
  }

  private synchronized void admit(Program linked) {
    program = linked;
    if (stopReason != null) {
      linked.stop(stopReason);
    }
  }

  private void awaitStopped() throws InterruptedException {
    try {
      task.get(SECONDS_TO_STOP, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // Stopped, or stuck in a host function: wasm:ps shows which.
      return;
    }
  }
}
