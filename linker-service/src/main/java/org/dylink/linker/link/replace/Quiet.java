package org.dylink.linker.link.replace;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.dylink.engine.CodeHold;
import org.dylink.engine.ExecutionControl;
import org.dylink.engine.GuestFrame;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.thread.GuestThread;
import org.dylink.linker.link.thread.GuestThreads;

/**
 * A library in which no thread of the program is: calls of it are held back, and those that were
 * under way have come out. Of a thread that is in no guest code the turn is taken, which lets it
 * wait; one that runs elsewhere is not stopped.
 */
final class Quiet implements AutoCloseable {
  private static final long LOOK_NANOS = 200_000;

  private final GuestThreads threads;
  private final Place place;
  private final CodeHold hold;
  private final List<ExecutionControl> entered = new ArrayList<>();
  private Set<GuestThread> elsewhere = Set.of();

  Quiet(ProgramImage image, Place place, CodeHold hold) {
    this.threads = image.threads();
    this.place = place;
    this.hold = hold;
  }

  /**
   * Waits until it is so.
   *
   * @param needsStillness whether no other thread may run at all: each has left the program, or
   *     waits where it has called the library
   * @throws LinkException BUSY if it is not in time
   */
  void await(boolean needsStillness, Duration timeout) throws LinkException {
    leaveAll();
    long end = System.nanoTime() + timeout.toNanos();
    while (!tryOnce() || (needsStillness && !isStill())) {
      leaveAll();
      if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
        throw LinkException.of(Reason.BUSY, place.name(), busy(timeout), null);
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    enterOwn();
  }

  private boolean tryOnce() {
    elsewhere = new LinkedHashSet<>();
    List<GuestThread> all = new ArrayList<>(threads.all());
    for (GuestThread each : all) {
      if (isOwn(each) || !each.control().tryEnter()) {
        elsewhere.add(each);
      } else {
        entered.add(each.control());
      }
    }
    return elsewhere.stream().allMatch(each -> hold.isOutside(each.control()))
        && all.containsAll(threads.all());
  }

  // What it has entered before, whoever replaces the library from within the program.
  private static boolean isOwn(GuestThread thread) {
    return thread.control().depth() > 0;
  }

  // The engine takes the turn that was entered last for the one that runs here.
  private void enterOwn() {
    if (threads.areShared()) {
      ExecutionControl own = threads.current().control();
      own.enter();
      entered.add(own);
    }
  }

  /** Whether no thread runs guest code but the one that replaces the library. */
  boolean isStill() {
    return elsewhere.stream().allMatch(each -> isOwn(each) || hold.isWaiting(each.control()));
  }

  private String busy(Duration timeout) {
    String where = threads.all().stream().map(this::standing).collect(joining("; "));
    return "cannot be replaced: not left within " + timeout.toMillis() / 1000.0 + " s: " + where;
  }

  private String standing(GuestThread thread) {
    List<GuestFrame> frames = thread.control().guestStack();
    if (frames.isEmpty()) {
      return thread + " is in no library";
    }
    boolean isInside = !hold.isOutside(thread.control());
    return thread + (isInside ? " is in it: " : " is elsewhere: ") + stack(frames);
  }

  private static String stack(List<GuestFrame> frames) {
    return frames.stream()
        .map(frame -> frame.module() + " " + frame.function())
        .collect(joining(" <- "));
  }

  private void leaveAll() {
    for (int i = entered.size() - 1; i >= 0; i--) {
      entered.get(i).leave();
    }
    entered.clear();
  }

  @Override
  public void close() {
    leaveAll();
  }
}
