package org.dylink.linker.link.program;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.dylink.engine.ExecutionControl;
import org.dylink.engine.TrapException;
import org.dylink.engine.host.CheckedHostException;
import org.dylink.linker.LinkException;
import org.dylink.linker.Program.State;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.parts.HostThrow;
import org.dylink.linker.link.spawn.Visitors;
import org.dylink.linker.link.thread.GuestThread;
import org.dylink.linker.link.thread.GuestThreads;
import org.dylink.linker.link.thread.Watchdog;

/**
 * The turns that threads of Java have in a program, and what the program gives back when it is
 * closed and nobody has one.
 */
final class ProgramTurns {
  private static final long LOOK_NANOS = 200_000;

  private final long id;
  private final ProgramImage image;
  private final Visitors visitors;
  private final Watchdog watchdog;
  private final ProgramLife life;
  private final ExecutionControl control;
  private volatile boolean closing;
  private Runnable whenClosed = () -> {};

  ProgramTurns(
      long id, ProgramImage image, Visitors visitors, Watchdog watchdog, ProgramLife life) {
    this.id = id;
    this.visitors = visitors;
    this.image = image;
    this.watchdog = watchdog;
    this.life = life;
    this.control = image.threads().control();
  }

  /**
   * What to do once when the program is closed.
   *
   * @param action is called in the thread that closes
   */
  void onClose(Runnable action) {
    whenClosed = action;
  }

  /** Where the program is in its life. */
  State state() {
    return closing ? State.CLOSED : life.state();
  }

  void checkNotClosed() {
    if (closing) {
      throw new IllegalStateException(name() + ": program " + id + " is closed");
    }
  }

  /**
   * Refuses to run it.
   *
   * @return what to throw
   */
  IllegalStateException cannotRun() {
    String detail = "cannot run: program " + id + " is " + state();
    return new IllegalStateException(name() + ": " + detail);
  }

  private String name() {
    return image.request().main().name();
  }

  /**
   * Begins a turn of guest code.
   *
   * @throws IllegalStateException if the program is closed; no turn has begun then
   */
  void enter() {
    checkNotClosed();
    visitors.arrive();
    control.enter();
    if (closing) {
      leave();
      checkNotClosed();
    }
  }

  /** Begins the turn of who runs the program, and looks himself whether that can be. */
  void enterToRun() {
    visitors.arriveAlone();
    control.enter();
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

  /** Lets nobody in any more. */
  void close() {
    closing = true;
    watchdog.stop(name() + ": program is closed");
    releaseIfIdle();
  }

  /** A thread of the guest's is gone. */
  void oneIsGone() {
    if (closing) {
      releaseIfIdle();
    }
  }

  // Guest code must come out before its files are closed under it. It may be blocked in a read, so
  // nobody waits for it: the thread that has the turn calls this again when it leaves, and so does
  // each of the guest's own when it is gone.
  private void releaseIfIdle() {
    List<GuestThread> entered = image.threads().tryEnterAll();
    try {
      if (isOutermost(entered) && life.state() != State.CLOSED) {
        release();
      }
    } finally {
      GuestThreads.leaveAll(entered);
    }
  }

  private static boolean isOutermost(List<GuestThread> entered) {
    return !entered.isEmpty() && entered.stream().allMatch(each -> each.control().depth() == 1);
  }

  private void release() {
    life.close();
    watchdog.close();
    whenClosed.run();
    image.hosts().close();
    image.threads().visits().end();
  }

  /**
   * Runs guest code in turn with other threads.
   *
   * @throws IllegalStateException if the program is closed
   */
  <T> T guarded(Watchdog.Work<T> work) {
    checkNotClosed();
    visitors.arrive();
    control.enter();
    try {
      checkNotClosed();
      return watchdog.call(() -> image.threads().stack().call(work));
    } catch (LinkException e) {
      throw new IllegalStateException(e.getMessage(), e);
    } catch (CheckedHostException e) {
      throw HostThrow.unchanged(e);
    } catch (TrapException e) {
      image.tellTrap(e);
      throw e;
    } finally {
      leave();
    }
  }

  /**
   * Does something that needs no turn in the guest's first thread: that may run for as long as the
   * program does. Where there are more threads, this one of Java has a turn in one of them.
   *
   * @param timeout how long to wait for that
   * @throws LinkException BUSY if it gets none
   */
  <T> T fromOutside(Watchdog.Work<T> work, Duration timeout) throws LinkException {
    checkNotClosed();
    boolean needsTurn = image.threads().areShared();
    if (needsTurn) {
      visitors.arrive();
      enterWithin(timeout);
    }
    try {
      return work.run();
    } finally {
      if (needsTurn) {
        leave();
      } else if (closing) {
        releaseIfIdle(); // who has closed it meanwhile may have found a turn taken
      }
    }
  }

  /**
   * Does something while no code of the guest's runs or waits, and none can begin.
   *
   * @throws LinkException UNSUPPORTED if some does
   */
  <T> T alone(Watchdog.Work<T> work) throws LinkException {
    checkNotClosed();
    List<GuestThread> entered = enterAll();
    try {
      checkNotClosed();
      if (!isOutermost(entered)) {
        String detail = "no snapshot: code of it is running";
        throw LinkException.of(LinkException.Reason.UNSUPPORTED, name(), detail, null);
      }
      return work.run();
    } finally {
      GuestThreads.leaveAll(entered);
      if (closing) {
        releaseIfIdle();
      }
    }
  }

  // Where there are several, one that C has begun may go on for ever: nobody waits for them. Of one
  // thread the call ends that another thread of Java makes.
  private List<GuestThread> enterAll() {
    if (image.threads().areShared()) {
      return image.threads().tryEnterAll();
    }
    control.enter();
    return List.of(image.threads().first());
  }

  private void enterWithin(Duration timeout) throws LinkException {
    long end = System.nanoTime() + timeout.toNanos();
    while (!control.tryEnter()) {
      if (System.nanoTime() - end > 0) {
        String detail = "no thread of it is free within " + timeout.toMillis() / 1000.0 + " s";
        throw LinkException.of(LinkException.Reason.BUSY, name(), detail, null);
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /** Gives something back to a program. */
  @FunctionalInterface
  interface Closing {
    void run() throws LinkException;
  }

  /** Runs guest code that a closed program does not need any more. */
  void whileOpen(Closing work) {
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
}
