package org.dylink.linker.link.thread;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dylink.linker.link.parts.Place;

/**
 * Exit functions of a program, of those libraries that may be unloaded before it ends, or all those
 * of one thread, in the order in which they were registered.
 *
 * <p>libc is given one function of ours for a whole run of registrations, a turn, until another
 * library registers one with libc: so all exit functions of a program run in reverse order, and
 * libc's list does not grow with each library that comes and goes.
 *
 * <p>Threads may share it; who registers with libc too does so under its monitor.
 */
public final class ExitList {
  /**
   * A function at an address.
   *
   * @param libraries when one of them goes, so does this; empty if none of its may go
   * @param turn libc's function that calls it unless it has gone before
   */
  public record Entry(Set<Place> libraries, long address, List<Object> arguments, int turn) {}

  private final Deque<Entry> registered = new ArrayDeque<>(); // the last one first
  private int turn; // the last that libc was given
  private boolean isTurnOver = true; // it would not be the next one that libc calls

  /** Whether libc would call something else before what is added now. */
  public synchronized boolean needsTurn() {
    return isTurnOver;
  }

  /** The number of the turn that comes next. */
  public synchronized int nextTurn() {
    return turn + 1;
  }

  /** What is added from here on is called by the function that libc was given last. */
  public synchronized void beginTurn() {
    turn++;
    isTurnOver = false;
  }

  /** What is added from here on needs another turn. */
  public synchronized void endTurn() {
    isTurnOver = true;
  }

  /** Registers a function for the current turn. */
  public synchronized void add(Set<Place> libraries, long address, List<Object> arguments) {
    registered.push(new Entry(libraries, address, arguments, turn));
  }

  /** Takes the last one of a turn, or of a later one. */
  public synchronized Optional<Entry> takeLast(int number) {
    boolean isThere = !registered.isEmpty() && registered.peek().turn() >= number;
    return isThere ? Optional.of(registered.pop()) : Optional.empty();
  }

  /** Takes the last one that goes with a library. */
  public synchronized Optional<Entry> takeLast(Place library) {
    Optional<Entry> last =
        registered.stream().filter(entry -> entry.libraries().contains(library)).findFirst();
    last.ifPresent(registered::remove);
    return last;
  }

  /** The turn that libc calls now, if it does not tell: it calls them last in, first out. */
  public synchronized int takeTurn() {
    return turn--;
  }

  /** Whether there is none. */
  public synchronized boolean isEmpty() {
    return registered.isEmpty();
  }

  /** Whether a function goes with a library. */
  public synchronized boolean has(Place library) {
    return registered.stream().anyMatch(entry -> entry.libraries().contains(library));
  }

  /** Drops what goes with a library. */
  public synchronized void forget(Place library) {
    registered.removeIf(entry -> entry.libraries().contains(library));
  }
}
