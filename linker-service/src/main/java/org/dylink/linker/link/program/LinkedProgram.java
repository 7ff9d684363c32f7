package org.dylink.linker.link.program;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dylink.engine.ExecutionControl;
import org.dylink.engine.Function;
import org.dylink.engine.TrapException;
import org.dylink.engine.host.CheckedHostException;
import org.dylink.engine.host.ProgramExit;
import org.dylink.linker.AbiNames;
import org.dylink.linker.Entrance;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkMap;
import org.dylink.linker.OpenFlag;
import org.dylink.linker.OpenLibrary;
import org.dylink.linker.Program;
import org.dylink.linker.SymbolBinding;
import org.dylink.linker.link.dl.DlMode;
import org.dylink.linker.link.dl.DynamicLoader;
import org.dylink.linker.link.image.ProgramBindings;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.parts.HostThrow;
import org.dylink.linker.link.parts.Watchdog;

/** A program whose libraries are bound and constructed. */
public final class LinkedProgram implements Program {
  private final long id;
  private final ProgramImage image;
  private final DynamicLoader loader;
  private final Watchdog watchdog;
  private final ExecutionControl control;
  private final ProgramLife life = new ProgramLife();
  private final ProgramEntrance entrance;
  private volatile boolean closing;
  private boolean started; // of who has the turn
  private Runnable whenClosed = () -> {};

  public LinkedProgram(long id, ProgramImage image, DynamicLoader loader, Watchdog watchdog) {
    this.id = id;
    this.image = image;
    this.loader = loader;
    this.watchdog = watchdog;
    this.control = image.thread().control();
    this.entrance = new ProgramEntrance(this, image, watchdog);
  }

  /**
   * What to do once when the program is closed.
   *
   * @param action is called in the thread that closes
   */
  public void onClose(Runnable action) {
    whenClosed = action;
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public String name() {
    return image.request().main().name();
  }

  @Override
  public State state() {
    return closing ? State.CLOSED : life.state();
  }

  @Override
  public Optional<String> failure() {
    return life.failure();
  }

  @Override
  public Optional<Integer> exitCode() {
    return life.exitCode();
  }

  @Override
  public LinkMap linkMap() {
    return image.map();
  }

  @Override
  public List<SymbolBinding> bindings() {
    return new ProgramBindings(image).list();
  }

  @Override
  public int run() {
    control.enter();
    try {
      return runToEnd(startFunction());
    } finally {
      leave();
    }
  }

  @Override
  public Object call(String symbol, Object... arguments) {
    return guarded(() -> function(symbol).call(arguments));
  }

  @Override
  public Entrance entrance() {
    return entrance;
  }

  @Override
  public OpenLibrary open(String library, OpenFlag... flags) throws LinkException {
    Set<OpenFlag> set = EnumSet.noneOf(OpenFlag.class);
    set.addAll(List.of(flags));
    control.enter();
    try {
      checkNotClosed();
      int handle = watchdog.call(() -> loader.open(library, DlMode.of(set), image.main()));
      return new OpenedLibrary(this, image.symbols(), loader, loader.place(handle).orElseThrow());
    } catch (ProgramExit e) {
      String detail = "a constructor ended the program: " + e.getMessage();
      throw LinkException.of(Reason.INIT_FAILED, library, detail, e);
    } catch (CheckedHostException e) {
      throw HostThrow.unchanged(e);
    } finally {
      leave();
    }
  }

  @Override
  public void stop(String reason) {
    life.fail(reason);
    watchdog.stop(reason);
  }

  @Override
  public void close() {
    closing = true;
    watchdog.stop(name() + ": program is closed");
    releaseIfIdle();
  }

  /**
   * Begins a turn of guest code.
   *
   * @throws IllegalStateException if the program is closed; no turn has begun then
   */
  void enter() {
    control.enter();
    if (closing) {
      leave();
      checkNotClosed();
    }
  }

  /** How many turns of this thread, one in another, have not ended. */
  int depth() {
    return control.depth();
  }

  /** Ends a turn of guest code; a program that was closed meanwhile gives back what it has. */
  void leave() {
    control.leave();
    if (closing) {
      releaseIfIdle();
    }
  }

  // Guest code must come out before its files are closed under it. It may be blocked in a read, so
  // nobody waits for it: the thread that has the turn calls this again when it leaves.
  private void releaseIfIdle() {
    if (!control.tryEnter()) {
      return;
    }
    try {
      if (control.depth() == 1 && life.state() != State.CLOSED) {
        release();
      }
    } finally {
      control.leave();
    }
  }

  private void release() {
    life.close();
    watchdog.close();
    whenClosed.run();
    image.hosts().close();
  }

  /**
   * Runs guest code in turn with other threads.
   *
   * @throws IllegalStateException if the program is closed
   */
  <T> T guarded(Watchdog.Work<T> work) {
    control.enter();
    try {
      checkNotClosed();
      return watchdog.call(() -> image.thread().stack().call(work));
    } catch (LinkException e) {
      throw new IllegalStateException(e.getMessage(), e);
    } catch (CheckedHostException e) {
      throw HostThrow.unchanged(e);
    } finally {
      leave();
    }
  }

  /** Runs guest code that a closed program does not need any more. */
  void whileOpen(Runnable work) {
    control.enter();
    try {
      if (!closing) {
        guarded(
            () -> {
              work.run();
              return null;
            });
      }
    } finally {
      leave();
    }
  }

  private Function function(String symbol) {
    return image
        .symbols()
        .function(symbol)
        .orElseThrow(() -> new IllegalArgumentException(name() + ": undefined function " + symbol));
  }

  private void checkNotClosed() {
    if (closing) {
      throw new IllegalStateException(name() + ": program " + id + " is closed");
    }
  }

  private Function startFunction() {
    // One that was stopped before it ran goes on from here, and is told why when it enters.
    if (started || closing) {
      throw new IllegalStateException(name() + ": cannot run: program " + id + " is " + state());
    }
    Function start =
        image
            .thread()
            .exports(image.main())
            .function(AbiNames.START)
            .orElseThrow(
                () -> new IllegalStateException(name() + ": cannot run: does not export _start"));
    started = true;
    return start;
  }

  private int runToEnd(Function start) {
    life.begin();
    try {
      int code = exitCodeOf(start);
      life.exit(code);
      return code;
    } catch (TrapException e) {
      life.fail(e.summary());
      throw e;
    } catch (Throwable e) {
      // A host function's, which may also be a checked exception or an error.
      life.fail(e.getMessage() == null ? e.toString() : e.getMessage());
      throw e;
    }
  }

  private int exitCodeOf(Function start) {
    try {
      guarded(start::call);
      return 0;
    } catch (ProgramExit e) {
      return e.code();
    }
  }
}
