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
  private volatile State state = State.READY;
  private volatile Integer exitCode;
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
    return state;
  }

  @Override
  public Optional<Integer> exitCode() {
    return Optional.ofNullable(exitCode);
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
      Function start = startFunction();
      state = State.RUNNING;
      int code = exitCodeOf(start);
      exitCode = code;
      state = State.EXITED;
      return code;
    } finally {
      if (state == State.RUNNING) {
        state = State.FAILED;
      }
      guestCode.unlock();
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
      guestCode.unlock();
    }
  }

  @Override
  public void stop(String reason) {
    watchdog.stop(reason);
  }

  @Override
  public void close() {
    // Whatever still runs must come out before its files are closed under it.
    watchdog.stop(name() + ": program is closed");
    guestCode.lock();
    try {
      if (state == State.CLOSED) {
        return;
      }
      state = State.CLOSED;
      watchdog.close();
      whenClosed.run();
      image.hosts().close();
    } finally {
      guestCode.unlock();
    }
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
      guestCode.unlock();
    }
  }

  /** Runs guest code that a closed program does not need any more. */
  void whileOpen(Runnable work) {
    guestCode.lock();
    try {
      if (state != State.CLOSED) {
        guarded(
            () -> {
              work.run();
              return null;
            });
      }
    } finally {
      guestCode.unlock();
    }
  }

  private Function function(String symbol) {
    return image
        .function(symbol)
        .orElseThrow(() -> new IllegalArgumentException(name() + ": undefined function " + symbol));
  }

  private void checkNotClosed() {
    if (state == State.CLOSED) {
      throw new IllegalStateException(name() + ": program " + id + " is closed");
    }
  }

  private Function startFunction() {
    if (state != State.READY) {
      throw new IllegalStateException(name() + ": cannot run: program " + id + " is " + state);
    }
    return image
        .main()
        .function(AbiNames.START)
        .orElseThrow(
            () -> new IllegalStateException(name() + ": cannot run: does not export _start"));
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
