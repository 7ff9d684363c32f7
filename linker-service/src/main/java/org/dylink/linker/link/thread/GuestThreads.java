package org.dylink.linker.link.thread;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dylink.engine.Engine;
import org.dylink.engine.ExecutionControl;
import org.dylink.engine.LateInstances;
import org.dylink.linker.link.parts.Place;

/**
 * The threads of one program: which of them runs here, which there are, and how they end together.
 * A program that shares no memory has one, for which the control and the stack are its own.
 */
public final class GuestThreads {
  // What C may number its threads with (wasi-threads); the bits above have a meaning to its locks.
  private static final int LAST_NUMBER = (1 << 29) - 1;

  // Threads end at their next poll. One that is blocked in the host where no interrupt reaches it
  // must not keep whoever runs the program for ever.
  private static final long MOST_END_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Engine engine;
  private final LateInstances late; // null if there is one thread
  private final boolean shared;
  private final GuestThread first;
  private final ExecutionControl control;
  private final StackKeeper stack;
  private final Visits visits;
  private final Map<Integer, GuestThread> others; // guarded by this
  private final BitSet indexes; // guarded by this; of those in others
  private int lastNumber = GuestThread.FIRST; // guarded by this
  private boolean stopped; // guarded by this; no thread begins any more
  private Consumer<ProgramEnd> whenEnded = ended -> {}; // guarded by this
  private Runnable whenGone = () -> {}; // guarded by this
  private ProgramEnd end; // guarded by this; null until a thread has ended the program

  /** Those of a program that has one. */
  public GuestThreads(Engine engine) {
    this(engine, null);
  }

  /**
   * Those of a program whose memory is shared, so that it may have more than one.
   *
   * @param late gives each its instances; null for a program that has one
   */
  public GuestThreads(Engine engine, LateInstances late) {
    this.engine = engine;
    this.late = late;
    this.shared = late != null;
    this.visits = shared ? new Visits() : Visits.NONE;
    this.others = shared ? new TreeMap<>() : Map.of();
    this.indexes = shared ? new BitSet() : null;
    this.first = new GuestThread(GuestThread.FIRST, 0, newControl(0));
    this.control = shared ? new CurrentControl(this) : first.control();
    this.stack = shared ? new CurrentStack(this) : null;
  }

  // The engine keeps what threads have by their indexes: the lowest that no other one has.
  private ExecutionControl newControl(int index) {
    return shared ? engine.newExecutionControl(index, late) : engine.newExecutionControl();
  }

  /** Whether there may be more than one. */
  public boolean areShared() {
    return shared;
  }

  /** The one that the program begins with, in which Java's calls come. */
  public GuestThread first() {
    return first;
  }

  /** The one that runs in this thread of Java; of one that is none of the guest's, the first. */
  public GuestThread current() {
    if (!shared) {
      return first;
    }
    return isBegunByGuest()
        ? ((GuestJavaThread) Thread.currentThread()).guest()
        : visits.here().orElse(first);
  }

  private boolean isBegunByGuest() {
    return Thread.currentThread() instanceof GuestJavaThread own && own.isOf(this);
  }

  /** Whether this thread of Java is one of the guest's. */
  public boolean isKnownHere() {
    return isBegunByGuest() || visits.isKnown();
  }

  /** Which threads of Java are which of the guest's, of those that no guest has begun. */
  public Visits visits() {
    return visits;
  }

  /** The control of the current one; a stop is one of all. */
  public ExecutionControl control() {
    return control;
  }

  /** The stack of the current one. */
  public StackKeeper stack() {
    return shared ? stack : first.stack();
  }

  /** Those that there are now, the first one in front. */
  public synchronized List<GuestThread> all() {
    List<GuestThread> all = new ArrayList<>(List.of(first));
    all.addAll(others.values());
    return all;
  }

  /** The thread of Java that one of them is; empty if that is not known. */
  public Optional<Thread> javaThread(GuestThread thread) {
    return thread.runner().or(() -> visits.visitor(thread));
  }

  /**
   * Adds one, under a number that no other has.
   *
   * @param most how many there may be
   * @return empty if there are as many, or the program is at its end
   */
  public synchronized Optional<GuestThread> add(int most) {
    if (stopped || others.size() + 1 >= most) {
      return Optional.empty();
    }
    do {
      lastNumber = lastNumber == LAST_NUMBER ? 1 : lastNumber + 1;
    } while (others.containsKey(lastNumber));
    int index = indexes.nextClearBit(1);
    indexes.set(index);
    GuestThread thread = new GuestThread(lastNumber, index, newControl(index));
    others.put(lastNumber, thread);
    return Optional.of(thread);
  }

  /** Leaves out one that has ended. */
  public void remove(GuestThread thread) {
    Runnable told;
    synchronized (this) {
      others.remove(thread.number());
      indexes.clear(thread.index());
      notifyAll();
      told = whenGone;
    }
    told.run();
  }

  /**
   * Whom to tell of what happens in threads that Java has not begun.
   *
   * @param ended is told when one of them has ended the program, in that thread
   * @param gone is told in each of them at its very end
   */
  public synchronized void tell(Consumer<ProgramEnd> ended, Runnable gone) {
    whenEnded = ended;
    whenGone = gone;
  }

  /** Whether all but the first are stopped, or about to be. */
  public synchronized boolean areEnding() {
    return stopped;
  }

  /** How a thread has ended the program; empty unless one has. */
  public synchronized Optional<ProgramEnd> end() {
    return Optional.ofNullable(end);
  }

  /** Another thread that executes code of a library, or waits for a function that it has called. */
  public Optional<GuestThread> executing(Place place) {
    return all().stream()
        .filter(thread -> thread != current())
        // Its stack is looked at last: a thread that computes has to come to a safepoint for it.
        .filter(thread -> thread.libraries().instance(place).isPresent())
        .filter(thread -> thread.control().isExecuting(place.module()))
        .findFirst();
  }

  /** Another thread that has something of a library's to run when it ends. */
  public Optional<GuestThread> leaving(Place place) {
    return all().stream()
        .filter(thread -> thread != current())
        .filter(thread -> thread.exits().has(place))
        .findFirst();
  }

  /** One beside the first that has run, and may go on; empty if there is none. */
  public synchronized Optional<GuestThread> unfinished() {
    return others.values().stream().filter(each -> !visits.isExpected(each)).findFirst();
  }

  /** The number that was given last: C may know threads by numbers up to this. */
  public synchronized int lastNumber() {
    return lastNumber;
  }

  /** Gives no number that C may know threads of another program by, which goes on in this one. */
  public synchronized void numberAfter(int last) {
    lastNumber = last;
  }

  /** Whether there is none but the first and those that visitors are. */
  public synchronized boolean areVisitorsAlone() {
    return others.size() == visits.others(first);
  }

  /**
   * Takes the turns of the first and of all that visitors are, if nobody has one and there are no
   * others.
   *
   * @return those that were taken, to be left again; empty if somebody has one
   */
  public List<GuestThread> tryEnterAll() {
    List<GuestThread> entered = new ArrayList<>();
    Set<GuestThread> all = new LinkedHashSet<>(List.of(first));
    all.addAll(visits.guests());
    for (GuestThread each : all) {
      if (!areVisitorsAlone() || !each.control().tryEnter()) {
        leaveAll(entered);
        return List.of();
      }
      entered.add(each);
    }
    return entered;
  }

  /** Leaves turns that were taken. */
  public static void leaveAll(List<GuestThread> entered) {
    entered.forEach(each -> each.control().leave());
  }

  /** Stops all of them for good. */
  public void stop(String reason) {
    stop(beginNoMore().stream(), reason);
  }

  /**
   * Ends the program, and stops all other threads, unless one has ended it before.
   *
   * @return the end that holds
   */
  public ProgramEnd end(ProgramEnd own) {
    Consumer<ProgramEnd> told;
    synchronized (this) {
      if (end != null) {
        return end;
      }
      end = own;
      told = whenEnded;
    }
    told.accept(own);
    stop(beginNoMore().stream().filter(thread -> thread != own.thread()), own.reason());
    return own;
  }

  private void stop(Stream<GuestThread> stopping, String reason) {
    engine.stopAll(stopping.map(GuestThread::control).toList(), reason);
  }

  /** Lets no thread begin from here on; those that there are may be stopped without any missed. */
  private synchronized List<GuestThread> beginNoMore() {
    stopped = true;
    return all();
  }

  /**
   * Waits until all are gone but the first and those that visitors are; it may be called in none of
   * them.
   */
  public synchronized void awaitOthers() {
    long until = System.nanoTime() + MOST_END_NANOS;
    try {
      for (long left = MOST_END_NANOS; !areVisitorsAlone() && left > 0; ) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = until - System.nanoTime();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
