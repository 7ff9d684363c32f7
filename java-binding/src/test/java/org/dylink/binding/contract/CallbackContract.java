package org.dylink.binding.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dylink.binding.Binding;
import org.dylink.binding.Callback;
import org.dylink.binding.contract.Tour.Binary;
import org.dylink.engine.TrapException;
import org.junit.jupiter.api.Test;

/** Java lambdas that C calls. */
public abstract class CallbackContract extends TourContract {
  @Test
  void cCallsALambda() {
    assertEquals(42, tour.apply((a, b) -> a * b, 6, 7));
    assertEquals(-1, tour.apply(null, 6, 7));
  }

  @Test
  void interfacesOfTheJdkWillDo() {
    assertEquals(-1, tour.applyOperator((a, b) -> a - b, 6, 7));
  }

  @Test
  void pointersAreParameters() {
    int[] numbers = {3, -1, 2};

    tour.sort(numbers, 3, (a, b) -> Integer.compare(a.readInt(0), b.readInt(0)));

    assertArrayEquals(new int[] {-1, 2, 3}, numbers);
  }

  @Test
  void structsStringsAndNumbersAreParameters() {
    double sum =
        tour.visit(
            (at, name, flag, big, small) ->
                at.x() + at.y() + name.length() + (flag ? 100 : 0) + big + small);

    assertEquals(110.75 + (1L << 40), sum);
  }

  @Test
  void aHandleLivesUntilItIsClosed() {
    try (Callback<Binary> callback = Binding.of(tour).callback(Binary.class, (a, b) -> a - b)) {
      tour.keep(callback);

      assertEquals(2, tour.callKept(5, 3));
    }
    TrapException trap = assertThrows(TrapException.class, () -> tour.callKept(5, 3));
    assertEquals("Binary was released", trap.getMessage().replaceFirst(".*: ", ""));
  }

  @Test
  void aFunctionPointerOfCIsANumber() throws Exception {
    Binding binding = Binding.of(tour);
    try (Callback<Binary> minus = binding.callback(Binary.class, (a, b) -> a - b)) {
      Callback<Binary> same = binding.callback(minus.slot());
      same.close();

      tour.keep(same);

      assertEquals(2, tour.callKept(5, 3));
      assertEquals(
          "libtour.so: slot " + minus.slot() + " is a function of C",
          assertThrows(IllegalStateException.class, same::target).getMessage());
    }
    assertEquals(
        "libtour.so: no function pointer has slot 0",
        assertThrows(IllegalArgumentException.class, () -> binding.callback(0)).getMessage());
    try (Tour other = bind()) {
      Callback<Binary> foreign = Binding.of(other).callback(-1);
      assertEquals(
          "libtour.so: keep: parameter 0 (Callback) is a function pointer of another program",
          assertThrows(IllegalArgumentException.class, () -> tour.keep(foreign)).getMessage());
    }
  }

  @Test
  void aLambdaMayCallTheLibrary() {
    assertEquals(103, tour.apply((a, b) -> tour.add(a, tour.apply((c, d) -> c + d, b, 100)), 1, 2));
  }

  @Test
  void whatALambdaThrowsArrivesUnchangedAndTheStackIsWhole() {
    IllegalStateException failure = new IllegalStateException("from Java");
    for (int i = 0; i < 10_000; i++) {
      assertSame(
          failure,
          assertThrows(
              IllegalStateException.class,
              () ->
                  tour.deep(
                      3,
                      (a, b) -> {
                        throw failure;
                      })));
    }
    assertEquals(3, tour.deep(100, Integer::sum));
  }

  @Test
  void whatIsCaughtInsideLeavesTheStackOfThoseOutside() {
    int answer =
        tour.deep(
            5,
            (a, b) -> {
              for (int i = 0; i < 100; i++) {
                assertThrows(TrapException.class, () -> tour.trap(1));
                assertEquals(4, tour.length("four"));
              }
              return a + b;
            });

    assertEquals(3, answer);
  }

  @Test
  void callsOfTwoObjectsRunAtTheSameTime() throws Exception {
    CyclicBarrier both = new CyclicBarrier(2);
    Binary meet =
        (a, b) -> {
          awaitOther(both);
          return a + b;
        };
    try (Tour other = bind()) {
      FutureTask<Integer> there = new FutureTask<>(() -> other.apply(meet, 1, 2));
      new Thread(there, "other").start();
      assertEquals(7, tour.apply(meet, 3, 4));
      assertEquals(3, there.get());
    }
  }

  private static void awaitOther(CyclicBarrier both) {
    try {
      both.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
