package org.dylink.binding.linear;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What several threads have done to one object, of at most 64 steps. It is linearizable if one
 * thread could have done the same, each step at a moment between its begin and its end: a search
 * over all orders (Wing and Gong), which leaves out what it has tried (Lowe).
 */
record History(List<Step> steps) {
  History {
    steps = List.copyOf(steps);
  }

  /** A state of the object, which never changes. */
  interface State {
    /** The state behind a step; empty if the step would have another result in this state. */
    Optional<State> after(Step step);
  }

  private record Tried(long done, State state) {}

  boolean isLinearizable(State first) {
    return isLinearizable(0, first, new HashSet<>());
  }

  private boolean isLinearizable(long done, State state, Set<Tried> tried) {
    if (Long.bitCount(done) == steps.size()) {
      return true;
    }
    if (!tried.add(new Tried(done, state))) {
      return false;
    }
    for (int i = 0; i < steps.size(); i++) {
      if (mayBeNext(i, done)) {
        Optional<State> after = state.after(steps.get(i));
        if (after.isPresent() && isLinearizable(done | 1L << i, after.get(), tried)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean mayBeNext(int step, long done) {
    if (isDone(step, done)) {
      return false;
    }
    for (int i = 0; i < steps.size(); i++) {
      if (!isDone(i, done) && steps.get(i).endsBefore(steps.get(step))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDone(int step, long done) {
    return (done >> step & 1) != 0;
  }

  /** How many pairs of steps were under way at once. */
  int overlaps() {
    int count = 0;
    for (Step one : steps) {
      for (Step other : steps) {
        if (one.begun() < other.begun() && !one.endsBefore(other)) {
          count++;
        }
      }
    }
    return count;
  }

  @Override
  public String toString() {
    return steps.stream().map(Step::toString).collect(Collectors.joining("\n"));
  }
}
