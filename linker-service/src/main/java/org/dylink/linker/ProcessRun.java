package org.dylink.linker;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.host.ProgramExit;

/**
 * What a process does from link to close, in whichever thread does it. Others may stop it at each
 * step.
 */
final class ProcessRun {
  private final Linker linker;
  private final LinkRequest request;
  private final Pipes pipes;
  private final ProcessOutcome outcome;
  private Consumer<Program> whenLinked = program -> {};
  private Consumer<Program> whenEnded = program -> {};
  private Thread linking; // guarded by this; null but while the program is being linked
  private Program program; // guarded by this; null until it is linked
  private String stopReason; // guarded by this; null until it is stopped
  private boolean timeIsOver; // guarded by this

  /**
   * @param pipes those of the request
   * @param outcome is told what comes of it
   */
  ProcessRun(Linker linker, LinkRequest request, Pipes pipes, ProcessOutcome outcome) {
    this.linker = linker;
    this.request = request;
    this.pipes = pipes;
    this.outcome = outcome;
  }

  void whenLinked(Consumer<Program> action) {
    whenLinked = action;
  }

  void whenEnded(Consumer<Program> action) {
    whenEnded = action;
  }

  /** The program, once it is linked. */
  synchronized Optional<Program> program() {
    return Optional.ofNullable(program);
  }

  /** Stops it, wherever it is; of several reasons the first counts. */
  synchronized void stop(String reason) {
    if (stopReason == null) {
      stopReason = reason;
    }
    if (program != null) {
      program.stop(reason);
    } else if (linking != null) {
      // Constructors run before the linker returns the program: only its thread is known.
      linking.interrupt();
    }
    // One that is blocked there comes out and is told.
    pipes.close();
  }

  /** Does all of it in this thread; what comes of it, failures too, is in the outcome. */
  void toEnd() {
    try {
      int code = linkAndRun();
      // Its last read or write may have told it no more than that something failed.
      Optional<TrapException> ended = ended();
      if (ended.isPresent()) {
        throw ended.get();
      }
      pipes.close();
      outcome.complete(code);
    } catch (Throwable e) {
      // Whatever it is: somebody waits for it.
      pipes.close();
      outcome.fail(ended().map(why -> because(why, e)).orElse(e));
    }
  }

  /** Why somebody has ended it, in front of what came out of it then. */
  private static Throwable because(TrapException why, Throwable thrown) {
    TrapException trap = thrown instanceof TrapException own ? own : why;
    return trap.kind() == why.kind() && why.getMessage().equals(thrown.getMessage())
        ? thrown
        : new TrapException(why.kind(), why.getMessage(), trap.guestStack(), thrown);
  }

  private synchronized Optional<TrapException> ended() {
    if (stopReason != null) {
      return Optional.of(new TrapException(TrapKind.STOPPED, stopReason));
    }
    return timeIsOver
        ? Optional.of(
            new TrapException(
                TrapKind.TIMEOUT,
                "still running after "
                    + request.timeout().orElseThrow().toMillis() / 1000.0
                    + " s"))
        : Optional.empty();
  }

  private int linkAndRun() throws LinkException {
    try (Program linked = link()) {
      CompletableFuture<Void> ended = closePipesWithTime();
      try {
        whenLinked.accept(linked);
        return linked.run();
      } finally {
        ended.complete(null);
        whenEnded.accept(linked);
      }
    } catch (LinkException e) {
      if (e.getCause() instanceof ProgramExit exit) {
        return exit.code();
      }
      throw e;
    }
  }

  private Program link() throws LinkException {
    beginLink(Thread.currentThread());
    Program linked = null;
    try {
      linked = linker.link(request);
      return linked;
    } finally {
      endLink(linked);
    }
  }

  private synchronized void beginLink(Thread thread) {
    if (stopReason != null) {
      throw new TrapException(TrapKind.STOPPED, stopReason);
    }
    linking = thread;
  }

  private synchronized void endLink(Program linked) {
    linking = null;
    program = linked;
    if (stopReason != null) {
      // The interrupt was meant for the link, not for whoever has lent the thread.
      Thread.interrupted();
      if (linked != null) {
        linked.stop(stopReason);
      }
    }
  }

  /** A program that is blocked in a pipe does not see that its time is over. */
  private CompletableFuture<Void> closePipesWithTime() {
    CompletableFuture<Void> ended = new CompletableFuture<>();
    request
        .timeout()
        .ifPresent(
            limit ->
                ended
                    .orTimeout(TimeUnit.MILLISECONDS.convert(limit), TimeUnit.MILLISECONDS)
                    .exceptionally(
                        timeout -> {
                          endTime();
                          return null;
                        }));
    return ended;
  }

  private synchronized void endTime() {
    timeIsOver = true;
    pipes.close();
  }
}
