package org.dylink.linker.link.space;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FreeListTest {
  private final FreeList list = new FreeList();

  @Test
  void anEmptyListHasNothing() {
    assertEquals(OptionalLong.empty(), list.take(1, 1));
    assertRanges();
  }

  @Test
  void nothingIsFoundAnywhere() {
    assertEquals(OptionalLong.of(0), list.take(0, 16));
    list.free(100, 0);
    assertRanges();
  }

  @Test
  void takesTheLowestThatFits() {
    list.free(100, 10);
    list.free(200, 30);
    list.free(300, 20);

    assertEquals(OptionalLong.of(200), list.take(20, 1));
    assertRanges(new long[] {100, 10}, new long[] {220, 10}, new long[] {300, 20});
  }

  @Test
  void alignsAndKeepsWhatIsInFront() {
    list.free(100, 100);

    assertEquals(OptionalLong.of(128), list.take(10, 64));
    assertRanges(new long[] {100, 28}, new long[] {138, 62});
  }

  @Test
  void aRangeThatFitsOnlyUnalignedIsPassedOver() {
    list.free(100, 30);

    assertEquals(OptionalLong.empty(), list.take(20, 64));
    assertRanges(new long[] {100, 30});
  }

  @Test
  void takesAWholeRange() {
    list.free(64, 64);

    assertEquals(OptionalLong.of(64), list.take(64, 64));
    assertRanges();
  }

  @Test
  void joinsNeighboursOnBothSides() {
    list.free(100, 10);
    list.free(120, 10);
    list.free(140, 10);

    list.free(110, 10);
    assertRanges(new long[] {100, 30}, new long[] {140, 10});
    list.free(130, 10);
    assertRanges(new long[] {100, 50});
  }

  @Test
  void worksUpToTheEndOfTheMemory() {
    list.free(0xffff_0000L, 0x1_0000);

    assertEquals(OptionalLong.of(0xffff_0000L), list.take(0x1_0000, 0x8000));
    list.free(0xffff_0000L, 0x1_0000);
    assertEquals(OptionalLong.empty(), list.take(0xffff_ffffL, 1 << 30));
  }

  private void assertRanges(long[]... expected) {
    assertArrayEquals(expected, list.ranges().toArray());
  }
}
