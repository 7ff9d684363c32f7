package org.dylink.linker;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.host.ProgramExit;

/**
 * One program from link to close, as {@link Process} is one of the operating system's: in this
 * thread or another, with its streams, its exit code and an end. Threads may share it; it runs
 * once.
 */
public final class ProgramProcess {
  // A guest's call takes a Java frame of several hundred bytes; C code that recurses within its own
  // stack would overflow Java's default of 1 MiB. More would make a runaway recursion take seconds.
  private static final long STACK_BYTES = 64L << 20;

  private final Linker linker;
  private final LinkRequest request;
  private final Pipes pipes;
  private final ProcessOutcome outcome = new ProcessOutcome();
  private Consumer<Program> whenLinked = program -> {};
  private Consumer<Program> whenEnded = program -> {};
  private boolean begun; // guarded by this
  private Thread linking; // guarded by this; null but while the program is being linked
  private Program program; // guarded by this; null until it is linked
  private String stopReason; // guarded by this; null until it is destroyed
  private boolean timeIsOver; // guarded by this

  private ProgramProcess(Linker linker, LinkRequest request) {
    this.linker = linker;
    this.pipes = new Pipes(request.main().name(), request.pipes());
    this.request = request.with(pipes);
  }

  /** A program that is not linked before it is started or run. */
  public static ProgramProcess of(Linker linker, LinkRequest request) {
    return new ProgramProcess(linker, request);
  }

  /**
   * What to do when the program is linked and does not run yet. To be said before it is started.
   *
   * @param action is called in the program's thread
   * @return this
   */
  public ProgramProcess whenLinked(Consumer<Program> action) {
    whenLinked = action;
    return this;
  }

  /**
   * What to do when the program has come to its end and is not closed yet; not called of one that
   * was not linked. To be said before it is started.
   *
   * @param action is called in the program's thread
   * @return this
   */
  public ProgramProcess whenEnded(Consumer<Program> action) {
    whenEnded = action;
    return this;
  }

  /**
   * Starts it in a thread of its own, which has room for deep recursion and does not keep the JVM
   * alive.
   *
   * @return this
   * @throws IllegalStateException if it was started or run before
   */
  public ProgramProcess start() {
    return start(this::startThread);
  }

  /**
   * Starts it in a thread of somebody's.
   *
   * @return this
   * @throws IllegalStateException if it was started or run before
   */
  public ProgramProcess start(Executor executor) {
    begin();
    executor.execute(this::runToEnd);
    return this;
  }

  /**
   * Runs it in this thread.
   *
   * @return its exit code
   * @throws LinkException if it cannot be linked
   * @throws TrapException if the guest traps, is stopped or runs out of time
   * @throws IllegalStateException if it was started or run before
   */
  public int run() throws LinkException {
    begin();
    runToEnd();
    return outcome.now();
  }

  /**
   * Waits for its end. Meanwhile its output is taken whether anybody reads it or not.
   *
   * @return its exit code
   * @throws LinkException if it could not be linked
   * @throws TrapException if the guest has trapped, was stopped or ran out of time
   */
  public int waitFor() throws LinkException, InterruptedException {
    pipes.beginWait();
    try {
      return outcome.await();
    } finally {
      pipes.endWait();
    }
  }

  /**
   * Waits for its end, but not for ever.
   *
   * @return its exit code; empty if it runs on
   * @throws LinkException if it could not be linked
   * @throws TrapException if the guest has trapped, was stopped or ran out of time
   */
  public OptionalInt waitFor(Duration limit) throws LinkException, InterruptedException {
    pipes.beginWait();
    try {
      return OptionalInt.of(outcome.await(limit));
    } catch (TimeoutException e) {
      return OptionalInt.empty();
    } finally {
      pipes.endWait();
    }
  }

  /** The exit code; empty while it runs, and if it has ended without one. */
  public OptionalInt exitCode() {
    return outcome.code();
  }

  /** Whether it has not come to its end, be it that it was not started yet. */
  public boolean isAlive() {
    return !outcome.isDone();
  }

  /** Is completed with the exit code, or with what {@link #waitFor()} throws. */
  public CompletableFuture<Integer> onExit() {
    return outcome.onExit();
  }

  /** The program, once it is linked; it is closed when it has ended. */
  public synchronized Optional<Program> program() {
    return Optional.ofNullable(program);
  }

  /**
   * Where to write what the program reads; closing it is the end of its input.
   *
   * @throws IllegalStateException if the request does not ask for a pipe there
   */
  public OutputStream stdin() {
    return pipes.writer(StandardStream.STDIN);
  }

  /**
   * Where to read what the program writes. It ends with the program. While nobody reads, the
   * program may be ahead by 1 MiB and waits then, unless somebody waits for it elsewhere.
   *
   * @throws IllegalStateException if the request does not ask for a pipe there
   */
  public InputStream stdout() {
    return pipes.reader(StandardStream.STDOUT);
  }

  /**
   * The same as {@link #stdout()} for standard error.
   *
   * @throws IllegalStateException if the request does not ask for a pipe there
   */
  public InputStream stderr() {
    return pipes.reader(StandardStream.STDERR);
  }

  /** Stops it, as {@link #destroy(String)} does. */
  public void destroy() {
    destroy("destroyed");
  }

  /**
   * Stops it, also in the middle of linking; does not wait for its end.
   *
   * @param reason the trap's message
   */
  public synchronized void destroy(String reason) {
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

  private synchronized void begin() {
    if (begun) {
      throw new IllegalStateException(request.main().name() + ": was started before");
    }
    begun = true;
  }

  private void runToEnd() {
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

  private void startThread(Runnable work) {
    String name = "dylink-program-" + request.main().name();
    Thread thread = new Thread(null, work, name, STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
  }
}
