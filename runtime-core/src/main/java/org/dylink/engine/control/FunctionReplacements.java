package org.dylink.engine.control;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.dylink.engine.Function;

/**
 * What is to take the place of functions whose calls are held back, and whether it stays. Changed
 * by the thread that holds them back; others look at it while they pass.
 *
 * @param <F> the engine's own functions
 */
public final class FunctionReplacements<F extends Function> {
  private final Thread owner = Thread.currentThread();
  private final IdentityHashMap<F, Integer> indexes = new IdentityHashMap<>();
  private Map<Function, Function> standIns = Map.of();
  private boolean kept;

  /**
   * Lets a function of the other instance come in the place of one.
   *
   * @param index the other one's
   */
  public void put(F function, int index) {
    indexes.put(function, index);
  }

  /**
   * Decides that all stays so.
   *
   * @param gone what stands in for functions that have no other
   */
  public void keep(Map<Function, Function> gone) {
    standIns = gone;
    kept = true;
  }

  /** Whether that was decided. */
  public boolean isKept() {
    return kept;
  }

  /** Whether the current thread is the one that holds calls back. */
  public boolean isOwner() {
    return Thread.currentThread() == owner;
  }

  /**
   * What the current thread calls in a function's place: the one that has made the other instance,
   * and lets it begin, the other's function; all who pass besides are in the old code.
   */
  public OptionalInt passing(F function) {
    return isOwner() ? index(function) : OptionalInt.empty();
  }

  /** What is in a function's place from now on; empty if none is, or it was not decided. */
  public OptionalInt kept(F function) {
    return kept ? index(function) : OptionalInt.empty();
  }

  /** What stands in for a function that is gone; null if nothing does, or it was not decided. */
  public Function standIn(F function) {
    return standIns.get(function);
  }

  private OptionalInt index(F function) {
    Integer index = indexes.get(function);
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }
}
