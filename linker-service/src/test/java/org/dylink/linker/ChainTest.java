package org.dylink.linker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ChainTest {
  @Test
  void leadsFromMainToTheLibrary() {
    assertEquals("main", Chain.of("main").toString());
    assertEquals("main -> a -> b", Chain.of("main").to("a").to("b").toString());
  }

  @Test
  void isWholeUpToTwentyLibraries() {
    assertEquals(
        "0 -> 1 -> 2 -> 3 -> 4 -> 5 -> 6 -> 7 -> 8 -> 9 -> 10 -> 11 -> 12 -> 13 -> 14 -> 15 -> 16"
            + " -> 17 -> 18 -> 19",
        chain(20).toString());
    assertEquals("0 -> 1 -> 2 -> 3 -> 4 -> 5 -> 6 -> 7 -> 8 -> 9 -> 10", chain(11).toString());
  }

  @Test
  void losesItsMiddleBeyond() {
    assertEquals(
        "0 -> 1 -> 2 -> 3 -> 4 -> 5 -> 6 -> 7 -> 8 -> 9 -> (1 more) -> 11 -> 12 -> 13 -> 14 -> 15"
            + " -> 16 -> 17 -> 18 -> 19 -> 20",
        chain(21).toString());
    assertEquals(
        "0 -> 1 -> 2 -> 3 -> 4 -> 5 -> 6 -> 7 -> 8 -> 9 -> (999980 more) -> 999990 -> 999991 ->"
            + " 999992 -> 999993 -> 999994 -> 999995 -> 999996 -> 999997 -> 999998 -> 999999",
        chain(1_000_000).toString());
  }

  private static Chain chain(int length) {
    Chain chain = Chain.of("0");
    for (int i = 1; i < length; i++) {
      chain = chain.to(String.valueOf(i));
    }
    return chain;
  }
}
