package org.dylink.binding.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dylink.binding.linear.History.State;

/** A stack of numbers that are not 0. */
record StackState(List<Integer> numbers) implements State {
  static final State EMPTY = new StackState(List.of());

  StackState {
    numbers = List.copyOf(numbers);
  }

  @Override
  public Optional<State> after(Step step) {
    return switch (step.kind()) {
      case PUSH, PUSH_TORN -> Optional.of(pushed(step.value()));
      case POP -> popped(step.result());
      default -> throw new IllegalArgumentException(step + " is of a map");
    };
  }

  private State pushed(int number) {
    List<Integer> more = new ArrayList<>(numbers);
    more.add(number);
    return new StackState(more);
  }

  private Optional<State> popped(int result) {
    int top = numbers.isEmpty() ? 0 : numbers.get(numbers.size() - 1);
    if (top != result) {
      return Optional.empty();
    }
    return Optional.of(
        numbers.isEmpty() ? this : new StackState(numbers.subList(0, numbers.size() - 1)));
  }
}
