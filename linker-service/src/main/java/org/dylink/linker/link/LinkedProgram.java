package org.dylink.linker.link;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.dylink.engine.Function;
import org.dylink.engine.TrapException;
import org.dylink.engine.host.ProgramExit;
import org.dylink.linker.AbiNames;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkMap;
import org.dylink.linker.OpenFlag;
import org.dylink.linker.OpenLibrary;
import org.dylink.linker.Program;
import org.dylink.linker.SymbolBinding;

/** A program whose libraries are bound and constructed. */
public final class LinkedProgram implements Program {
  private final long id;
  private final ProgramImage image;
  private final Watchdog watchdog;
  private final ReentrantLock guestCode = new ReentrantLock();
  private final ProgramLife life = new ProgramLife();
  private volatile boolean closing;
  private boolean started; // guarded by guestCode
  private Runnable whenClosed = () -> {};

  LinkedProgram(long id, ProgramImage image, Watchdog watchdog) {
    this.id = id;
    this.image = image;
    this.watchdog = watchdog;
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
    guestCode.lock();
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
  public OpenLibrary open(String library, OpenFlag... flags) throws LinkException {
    Set<OpenFlag> set = EnumSet.noneOf(OpenFlag.class);
    set.addAll(List.of(flags));
    guestCode.lock();
    try {
      checkNotClosed();
      DynamicLoader loader = image.loader();
      int handle = watchdog.call(() -> loader.open(library, DlMode.of(set), image.main()));
      return new OpenedLibrary(this, loader, loader.module(handle).orElseThrow(), handle);
    } catch (ProgramExit e) {
      String detail = "a constructor ended the program: " + e.getMessage();
      throw LinkException.of(Reason.INIT_FAILED, library, detail, e);
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

  /** Ends a turn of guest code; a program that was closed meanwhile gives back what it has. */
  private void leave() {
    guestCode.unlock();
    if (closing) {
      releaseIfIdle();
    }
  }

  // Guest code must come out before its files are closed under it. It may be blocked in a read, so
  // nobody waits for it: the thread that has the turn calls this again when it leaves.
  private void releaseIfIdle() {
    if (!guestCode.tryLock()) {
      return;
    }
    try {
      if (guestCode.getHoldCount() == 1 && life.state() != State.CLOSED) {
        release();
      }
    } finally {
      guestCode.unlock();
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
    guestCode.lock();
    try {
      checkNotClosed();
      return watchdog.call(work);
    } catch (TrapException e) {
      throw StackOverflow.explain(e, image.space());
    } catch (LinkException e) {
      throw new IllegalStateException(e.getMessage(), e);
    } finally {
      leave();
    }
  }

  /** Runs guest code that a closed program does not need any more. */
  void whileOpen(Runnable work) {
    guestCode.lock();
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
            .main()
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
    } catch (RuntimeException e) {
      life.fail(e.getMessage());
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
