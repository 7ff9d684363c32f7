package org.dylink.linker.link;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.dylink.engine.Function;
import org.dylink.engine.host.ProgramExit;
import org.dylink.linker.AbiNames;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkMap;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Program;

/** A program whose libraries are bound and constructed. */
public final class LinkedProgram implements Program {
  private final long id;
  private final LinkRequest request;
  private final List<LoadedModule> modules;
  private final SymbolBinder binder;
  private final AddressSpace space;
  private final HostModules hosts;
  private final Watchdog watchdog;
  private final ReentrantLock guestCode = new ReentrantLock();
  private volatile State state = State.READY;
  private volatile Integer exitCode;
  private Runnable whenClosed = () -> {};

  LinkedProgram(
      long id,
      LinkRequest request,
      List<LoadedModule> modules,
      SymbolBinder binder,
      AddressSpace space,
      HostModules hosts,
      Watchdog watchdog) {
    this.id = id;
    this.request = request;
    this.modules = modules;
    this.binder = binder;
    this.space = space;
    this.hosts = hosts;
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
    return request.main().name();
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
    return new LinkMap(
        modules.stream().map(LoadedModule::snapshot).toList(),
        space.stack(),
        space.heapBase(),
        space.memory().pages(),
        space.memory().maximumPages(),
        space.tableSize());
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
    Function function =
        binder
            .function(symbol)
            .orElseThrow(
                () -> new IllegalArgumentException(name() + ": undefined function " + symbol));
    guestCode.lock();
    try {
      if (state == State.CLOSED) {
        throw new IllegalStateException(name() + ": program " + id + " is closed");
      }
      return guarded(() -> function.call(arguments));
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
      hosts.close();
      whenClosed.run();
    } finally {
      guestCode.unlock();
    }
  }

  private Function startFunction() {
    if (state != State.READY) {
      throw new IllegalStateException(name() + ": cannot run: program " + id + " is " + state);
    }
    return modules
        .get(0)
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

  private Object guarded(Supplier<Object> call) {
    try {
      return watchdog.call(call::get);
    } catch (LinkException e) {
      throw new IllegalStateException("BUG: a linked program links nothing", e);
    }
  }
}
