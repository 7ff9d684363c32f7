package org.dylink.linker;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.dylink.engine.TrapException;

/**
 * One program from link to close, as {@link Process} is one of the operating system's: in this
 * thread or another, with its streams, its exit code and an end. Threads may share it; it runs
 * once.
 */
public final class ProgramProcess {
  // A guest's call takes a Java frame of several hundred bytes; C code that recurses within its own
  // stack would overflow Java's default of 1 MiB. More would make a runaway recursion take seconds.
  private static final long STACK_BYTES = 64L << 20;

  private final String name;
  private final Pipes pipes;
  private final ProcessOutcome outcome = new ProcessOutcome();
  private final ProcessRun run;
  private final AtomicBoolean begun = new AtomicBoolean();

  private ProgramProcess(Linker linker, LinkRequest request) {
    this.name = request.main().name();
    this.pipes = new Pipes(name, request.pipes());
    this.run = new ProcessRun(linker, request.with(pipes), pipes, outcome);
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
    run.whenLinked(action);
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
    run.whenEnded(action);
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
    executor.execute(run::toEnd);
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
    run.toEnd();
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
  public Optional<Program> program() {
    return run.program();
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
  public void destroy(String reason) {
    run.stop(reason);
  }

  private void begin() {
    if (begun.getAndSet(true)) {
      throw new IllegalStateException(name + ": was started before");
    }
  }

  private void startThread(Runnable work) {
    Thread thread = new Thread(null, work, "dylink-program-" + name, STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
  }
}
