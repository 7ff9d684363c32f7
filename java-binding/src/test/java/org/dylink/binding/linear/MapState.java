package org.dylink.binding.linear;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dylink.binding.linear.History.State;

/** A map to numbers that are not 0; each step gives the number that the key had. */
record MapState(Map<Integer, Integer> numbers) implements State {
  static final State EMPTY = new MapState(Map.of());

  MapState {
    numbers = Map.copyOf(numbers);
  }

  @Override
  public Optional<State> after(Step step) {
    if (numbers.getOrDefault(step.key(), 0) != step.result()) {
      return Optional.empty();
    }
    Map<Integer, Integer> changed = new HashMap<>(numbers);
    switch (step.kind()) {
      case PUT -> changed.put(step.key(), step.value());
      case REMOVE -> changed.remove(step.key());
      case GET -> {}
      default -> throw new IllegalArgumentException(step + " is of a stack");
    }
    return Optional.of(new MapState(changed));
  }
}
