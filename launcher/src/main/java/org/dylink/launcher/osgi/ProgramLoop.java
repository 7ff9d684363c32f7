package org.dylink.launcher.osgi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dylink.launcher.ConfiguredProgram.State;
import org.dylink.linker.Library;
import org.dylink.linker.Linker;
import org.dylink.linker.runtime.LibraryDTO;
import org.dylink.linker.runtime.LibraryListener;
import org.dylink.linker.runtime.LinkerRuntime;

/**
 * Starts a program when its main library comes, and again as its restart policy says. All of it
 * happens in one thread, which the program runs in too, so that no two runs of it overlap.
 *
 * <p>It listens to the library's states, not to its service: where a needed library goes and is
 * back at once, the program has ended, but the main library's service has never gone.
 */
final class ProgramLoop implements LibraryListener, AutoCloseable {
  private static final Logger LOG = System.getLogger(ProgramLoop.class.getName());

  private final Linker linker;
  private final LinkerRuntime runtime;
  private final LifeLog life;
  private final ProgramSettings settings;
  private final ProgramStatus status;
  private final ProgramThread thread;
  private final Logger output;
  private final AtomicBoolean toLook = new AtomicBoolean();
  private Library last; // used by the thread only; null if it has not run with what is there
  private Future<?> restart; // used by the thread only; null if none is planned
  private ConfiguredRun running; // guarded by this; null between runs
  private boolean closed; // guarded by this

  ProgramLoop(
      Linker linker, LinkerRuntime runtime, ProgramSettings settings, ProgramStatus status) {
    this.linker = linker;
    this.runtime = runtime;
    this.life = new LifeLog(LOG, settings.main());
    this.settings = settings;
    this.status = status;
    this.thread = new ProgramThread(settings.main());
    this.output = System.getLogger(settings.main());
  }

  /** Looks for the first time: of a library that is not there, nobody tells. */
  void begin() {
    thread.execute(this::look);
  }

  @Override
  public void libraryChanged(LibraryDTO library) {
    // While the program runs nobody takes the tasks: one is enough.
    if (library.name.equals(settings.main()) && toLook.compareAndSet(false, true)) {
      thread.execute(this::look);
    }
  }

  /** Ends the program and waits for it. */
  @Override
  public void close() {
    stop("its configuration was changed or deleted, or the launcher stopped");
    if (!thread.end()) {
      LOG.log(Level.WARNING, "{0}: does not end although it was stopped", settings.main());
    }
  }

  private synchronized void stop(String reason) {
    closed = true;
    if (running != null) {
      running.stop(reason);
    }
  }

  private void look() {
    toLook.set(false);
    List<Library> available = linker.libraries();
    if (last != null && contains(available, last)) {
      return;
    }
    forgetLast();
    settings.restarts().reset();
    settings.choose(available).ifPresentOrElse(this::run, this::await);
  }

  private void await() {
    status.waiting();
    life.waits(settings, runtime.libraries());
  }

  private void startAgain() {
    restart = null;
    settings.choose(linker.libraries()).ifPresentOrElse(this::run, this::look);
  }

  private void run(Library main) {
    last = main;
    long start = System.nanoTime();
    Ending ending;
    try (LineLog stdout = new LineLog(output, Level.INFO);
        LineLog stderr = new LineLog(output, Level.WARNING)) {
      ConfiguredRun run = new ConfiguredRun(linker, settings.request(main, stdout, stderr));
      if (!begin(run)) {
        return;
      }
      life.starts();
      status.running(settings.restarts().count());
      ending = run.run();
    }
    if (end()) {
      ended(ending, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private synchronized boolean begin(ConfiguredRun run) {
    running = run;
    return !closed;
  }

  /** Notes that nothing runs; returns whether anything may run later. */
  private synchronized boolean end() {
    running = null;
    return !closed;
  }

  private void ended(Ending ending, Duration ran) {
    ending.messages().forEach(line -> output.log(Level.ERROR, line));
    ending.frames().forEach(line -> output.log(Level.ERROR, line));
    life.ended(ending);
    List<Library> available = linker.libraries();
    if (ending.used().stream().allMatch(library -> contains(available, library))) {
      planRestart(ending, ran);
    } else {
      // It ended because of that, or ran on with it: either way it starts when all is back. That
      // may be so already.
      forgetLast();
      restart = thread.schedule(this::look, settings.restarts().firstDelay());
      status.ended(State.WAITING, ending);
    }
  }

  private void planRestart(Ending ending, Duration ran) {
    Optional<Duration> delay = settings.restarts().after(ending.isFailure(), ran);
    if (delay.isPresent()) {
      life.restarts(delay.get(), settings.restarts().inRow());
      restart = thread.schedule(this::startAgain, delay.get());
      status.ended(State.BACKING_OFF, ending);
    } else {
      if (settings.restarts().isUsedUp(ending.isFailure())) {
        life.givesUp(settings.restarts().inRow());
      }
      status.ended(ending.exitCode().isPresent() ? State.EXITED : State.FAILED, ending);
    }
  }

  private void forgetLast() {
    last = null;
    if (restart != null) {
      restart.cancel(false);
      restart = null;
    }
  }

  // Two libraries are the same only if they are the same object.
  private static boolean contains(List<Library> libraries, Library library) {
    return libraries.stream().anyMatch(each -> each == library);
  }
}
