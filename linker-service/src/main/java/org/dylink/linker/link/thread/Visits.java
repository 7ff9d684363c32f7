package org.dylink.linker.link.thread;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.linker.LinkException;

/**
 * Which threads of Java that no guest has begun are which of the guest's. Each is the same one as
 * long as it lives; then the next visitor is.
 */
public final class Visits {
  /** Of programs with one thread, in which nobody is another. */
  static final Visits NONE = new Visits();

  @SuppressWarnings("ThreadLocalUsage") // a thread of Java may visit several programs
  private final ThreadLocal<Visit> here = new ThreadLocal<>();

  private final Map<GuestThread, Visit> last = new LinkedHashMap<>(); // guarded by this

  Visits() {}

  /** The one that this thread of Java is, if it is a visitor. */
  Optional<GuestThread> here() {
    Visit visit = here.get();
    return visit == null ? Optional.empty() : Optional.ofNullable(visit.guest());
  }

  /** Whether this thread of Java is one of the guest's already. */
  public boolean isKnown() {
    return here().isPresent();
  }

  /**
   * Makes this thread of Java one of the guest's that nobody is: the first, one that was made for
   * whoever comes, or one that was a visitor who is no more.
   *
   * @return false if there is none; then this call takes turns in the first
   */
  public synchronized boolean begin(GuestThread first) {
    Optional<GuestThread> free = last.containsKey(first) ? free() : Optional.of(first);
    free.ifPresent(this::become);
    return free.isPresent();
  }

  private void become(GuestThread guest) {
    Visit visit = new Visit(Thread.currentThread(), guest);
    here.set(visit);
    last.put(guest, visit);
  }

  /** The visitor that one of the guest's is; empty if there is none, or no more. */
  synchronized Optional<Thread> visitor(GuestThread guest) {
    return Optional.ofNullable(last.get(guest)).flatMap(Visit::visitor);
  }

  /** Whether there is one that nobody is. */
  public synchronized boolean hasPlace(GuestThread first) {
    return !last.containsKey(first) || hasFree();
  }

  /** Whether there is one that nobody is, but for the first. */
  public synchronized boolean hasFree() {
    return free().isPresent();
  }

  private Optional<GuestThread> free() {
    return last.entrySet().stream()
        .filter(each -> each.getValue().isOver())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Adds one for whoever comes. */
  public synchronized void addFree(GuestThread guest) {
    last.put(guest, new Visit(null, guest));
  }

  /** Whether one is there for whoever comes, and nobody has come: it has never run. */
  synchronized boolean isExpected(GuestThread guest) {
    Visit visit = last.get(guest);
    return visit != null && visit.isExpected();
  }

  /** Does something as another of the guest's threads, whose turn this thread of Java has. */
  public <T> T as(GuestThread other, Watchdog.Work<T> work) throws LinkException {
    Visit before = here.get();
    here.set(new Visit(Thread.currentThread(), other));
    try {
      return work.run();
    } finally {
      here.set(before);
    }
  }

  /** Those of the guest's that visitors are or were. */
  synchronized Collection<GuestThread> guests() {
    return List.copyOf(last.keySet());
  }

  /** How many of the guest's threads visitors are or were, the first left out. */
  synchronized int others(GuestThread first) {
    return last.size() - (last.containsKey(first) ? 1 : 0);
  }

  /** Forgets all: the program is gone. */
  public void end() {
    List<Visit> all;
    synchronized (this) {
      all = new ArrayList<>(last.values());
      last.clear();
    }
    all.forEach(Visit::forget);
  }
}
