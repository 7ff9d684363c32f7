package org.dylink.binding.linear;

import static org.dylink.binding.linear.Step.Kind.GET;
import static org.dylink.binding.linear.Step.Kind.POP;
import static org.dylink.binding.linear.Step.Kind.PUSH;
import static org.dylink.binding.linear.Step.Kind.PUT;
import static org.dylink.binding.linear.Step.Kind.REMOVE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The checker of histories: those that one thread could have made, and others. */
class HistoryTest {
  private static void assertRight(History.State first, Step... steps) {
    assertTrue(new History(List.of(steps)).isLinearizable(first));
  }

  private static void assertWrong(History.State first, Step... steps) {
    assertFalse(new History(List.of(steps)).isLinearizable(first));
  }

  private static Step push(int value, int begun, int ended) {
    return Step.of(PUSH, value, 0, begun, ended);
  }

  private static Step pop(int result, int begun, int ended) {
    return Step.of(POP, 0, result, begun, ended);
  }

  @Test
  void oneThreadsStepsHaveOneOrder() {
    assertRight(StackState.EMPTY, push(1, 0, 1), push(2, 2, 3), pop(2, 4, 5), pop(1, 6, 7));
    assertRight(StackState.EMPTY, pop(0, 0, 1));
    assertWrong(StackState.EMPTY, push(1, 0, 1), push(2, 2, 3), pop(1, 4, 5));
    assertWrong(StackState.EMPTY, push(1, 0, 1), pop(0, 2, 3));
  }

  @Test
  void stepsAtOnceHaveEachOrder() {
    assertRight(StackState.EMPTY, push(1, 0, 2), push(2, 1, 3), pop(1, 4, 5), pop(2, 6, 7));
    assertRight(StackState.EMPTY, push(1, 0, 2), push(2, 1, 3), pop(2, 4, 5), pop(1, 6, 7));
    assertRight(StackState.EMPTY, pop(1, 0, 3), push(1, 1, 2));
    assertRight(StackState.EMPTY, pop(0, 0, 3), push(1, 1, 2), pop(1, 4, 5));
  }

  @Test
  void noOrderIsAgainstTheClock() {
    assertWrong(StackState.EMPTY, pop(1, 0, 1), push(1, 2, 3));
    // The first push is over before the second begins: the second lies above it.
    assertWrong(StackState.EMPTY, push(1, 0, 1), push(2, 2, 4), pop(1, 5, 6), pop(2, 7, 8));
    // A long step does not loosen what is before and behind it.
    assertWrong(StackState.EMPTY, pop(0, 0, 9), push(1, 1, 2), push(2, 3, 4), pop(1, 5, 6));
  }

  @Test
  void whatIsLostOrTwiceIsFound() {
    assertWrong(StackState.EMPTY, push(1, 0, 2), push(2, 1, 3), pop(2, 4, 5), pop(0, 6, 7));
    assertWrong(StackState.EMPTY, push(1, 0, 1), pop(1, 2, 4), pop(1, 3, 5));
    assertWrong(StackState.EMPTY, push(1, 0, 1), pop(7, 2, 3));
  }

  @Test
  void aMapKeepsItsKeysApart() {
    Step put = new Step(PUT, 1, 5, 0, 0, 3);
    assertRight(MapState.EMPTY, put, new Step(GET, 1, 0, 0, 1, 2), new Step(GET, 1, 0, 5, 4, 5));
    assertRight(MapState.EMPTY, put, new Step(GET, 1, 0, 5, 1, 2), new Step(REMOVE, 1, 0, 5, 4, 5));
    assertWrong(MapState.EMPTY, put, new Step(GET, 1, 0, 5, 1, 2), new Step(GET, 1, 0, 0, 4, 5));
    assertWrong(MapState.EMPTY, put, new Step(GET, 2, 0, 5, 4, 5));
    assertWrong(MapState.EMPTY, put, new Step(PUT, 1, 6, 0, 4, 5));
    assertWrong(
        MapState.EMPTY, put, new Step(REMOVE, 1, 0, 5, 4, 6), new Step(REMOVE, 1, 0, 5, 5, 7));
  }

  @Test
  void allOrdersOfManyStepsAtOnceAreSearched() {
    Step[] steps = new Step[14];
    for (int i = 0; i < 7; i++) {
      steps[i] = push(1, i, 100 + i);
      steps[7 + i] = pop(i == 6 ? 2 : 1, 20 + i, 120 + i);
    }
    assertWrong(StackState.EMPTY, steps);
    steps[13] = pop(1, 26, 126);
    assertRight(StackState.EMPTY, steps);
  }

  @Test
  void aHistoryIsShown() {
    History history = new History(List.of(pop(1, 0, 3), new Step(PUT, 1, 5, 4, 1, 2)));
    assertEquals("0-3 pop(0) = 1\n1-2 put(1, 5) = 4", history.toString());
    assertEquals(1, history.overlaps());
  }
}
