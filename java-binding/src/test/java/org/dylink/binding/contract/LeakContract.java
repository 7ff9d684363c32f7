package org.dylink.binding.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.dylink.binding.Binding;
import org.dylink.binding.Callback;
import org.dylink.binding.MemoryBlock;
import org.dylink.binding.contract.Tour.Binary;
import org.dylink.engine.Global;
import org.dylink.linker.LinkMap;
import org.dylink.linker.TableRegion;
import org.junit.jupiter.api.Test;

/** Ten thousand of each leave memory, stack and function table as they were. */
public abstract class LeakContract extends TourContract {
  private static final int ROUNDS = 10_000;
  private static final String LARGE = "x".repeat(20_000);

  /** What is in use: the heap is as it was if malloc gives the same addresses again. */
  private record InUse(long pages, long slots, Object stack, int small, int large) {
    static InUse of(Tour tour) {
      Binding binding = Binding.of(tour);
      LinkMap map = binding.program().linkMap();
      long free = map.freeSlots().stream().mapToLong(TableRegion::size).sum();
      Object stack = binding.program().entrance().stackPointer().map(Global::get).orElseThrow();
      try (MemoryBlock small = binding.allocate(24);
          MemoryBlock large = binding.allocate(100_000)) {
        return new InUse(
            map.memoryPages(),
            map.tableSize() - free,
            stack,
            small.pointer().address(),
            large.pointer().address());
      }
    }
  }

  @Test
  void callbacks() {
    leavesNothing(i -> assertEquals(i + 1, tour.apply(Integer::sum, i, 1)));
  }

  @Test
  void callbacksThatAreKept() {
    leavesNothing(
        i -> {
          try (Callback<Binary> callback =
              Binding.of(tour).callback(Binary.class, (a, b) -> a - b)) {
            tour.keep(callback);
            assertEquals(i - 1, tour.callKept(i, 1));
          }
        });
  }

  @Test
  void callbacksThatThrow() {
    leavesNothing(
        i ->
            assertThrows(
                ArithmeticException.class, () -> tour.deep(3, (a, b) -> Math.floorDiv(a, 0))));
  }

  @Test
  void strings() {
    leavesNothing(
        i -> {
          assertEquals(5, tour.length("small"));
          assertEquals(LARGE.length(), tour.length(LARGE));
        });
  }

  @Test
  void stringsThatAreRefused() {
    leavesNothing(
        i ->
            assertThrows(
                IllegalArgumentException.class,
                () -> tour.format(new byte[9000], 9000, "%s %s", LARGE, "\0")));
  }

  @Test
  void buffers() {
    byte[] small = {1, 2, 3};
    byte[] large = new byte[10_000];
    leavesNothing(
        i -> {
          assertEquals(6, tour.sum(small, 3));
          tour.fill(large, large.length, i);
          assertEquals((byte) i, large[9_999]);
        });
  }

  @Test
  void variadicArgumentsAndStructs() {
    byte[] out = new byte[30];
    leavesNothing(
        i -> {
          assertEquals(9, tour.format(out, 30, "%s %d %g", "some", 17, 2.0));
          assertEquals(3.5, tour.sum(new Tour.Point(3, 0.5)));
        });
  }

  @Test
  void blocks() {
    leavesNothing(i -> Binding.of(tour).allocate(i).close());
  }

  private void leavesNothing(java.util.function.IntConsumer round) {
    round.accept(1);
    InUse.of(tour); // makes room for its own blocks
    InUse before = InUse.of(tour);
    for (int i = 0; i < ROUNDS; i++) {
      round.accept(i);
    }
    assertEquals(before, InUse.of(tour));
  }
}
