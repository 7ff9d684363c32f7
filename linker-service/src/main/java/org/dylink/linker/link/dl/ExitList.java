package org.dylink.linker.link.dl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dylink.linker.link.parts.Place;

/**
 * Exit functions of libraries that may be unloaded before the program ends, in the order in which
 * they were registered.
 *
 * <p>libc is given one function of ours for a whole run of registrations, a turn, until another
 * library registers one with libc: so all exit functions of a program run in reverse order, and
 * libc's list does not grow with each library that comes and goes.
 *
 * <p>Threads may share it; who registers with libc too does so under its monitor.
 */
final class ExitList {
  /**
   * A function at an address.
   *
   * @param libraries when one of them goes, so does this
   * @param turn libc's function that calls it unless it has gone before
   */
  record Entry(Set<Place> libraries, int address, List<Object> arguments, int turn) {}

  private final Deque<Entry> registered = new ArrayDeque<>(); // the last one first
  private int turn; // the last that libc was given
  private boolean isTurnOver = true; // it would not be the next one that libc calls

  synchronized boolean needsTurn() {
    return isTurnOver;
  }

  /** The number of the turn that comes next. */
  synchronized int nextTurn() {
    return turn + 1;
  }

  synchronized void beginTurn() {
    turn++;
    isTurnOver = false;
  }

  synchronized void endTurn() {
    isTurnOver = true;
  }

  synchronized void add(Set<Place> libraries, int address, List<Object> arguments) {
    registered.push(new Entry(libraries, address, arguments, turn));
  }

  /** Takes the last one of a turn, or of a later one. */
  synchronized Optional<Entry> takeLast(int number) {
    boolean isThere = !registered.isEmpty() && registered.peek().turn() >= number;
    return isThere ? Optional.of(registered.pop()) : Optional.empty();
  }

  /** Takes the last one that goes with a library. */
  synchronized Optional<Entry> takeLast(Place library) {
    Optional<Entry> last =
        registered.stream().filter(entry -> entry.libraries().contains(library)).findFirst();
    last.ifPresent(registered::remove);
    return last;
  }

  /** The turn that libc calls now, if it does not tell: it calls them last in, first out. */
  synchronized int takeTurn() {
    return turn--;
  }

  synchronized void forget(Place library) {
    registered.removeIf(entry -> entry.libraries().contains(library));
  }
}
