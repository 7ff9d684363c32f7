package org.dylink.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SymbolPatternTest {
  @Test
  void withoutWildcardsIsAPartOfTheName() {
    assertTrue(new SymbolPattern("print").test("fprintf"));
    assertTrue(new SymbolPattern("").test("fprintf"));
    assertFalse(new SymbolPattern("f.p").test("fxp"));
  }

  @Test
  void withWildcardsIsTheWholeName() {
    assertTrue(new SymbolPattern("*printf").test("fprintf"));
    assertTrue(new SymbolPattern("?printf").test("fprintf"));
    assertFalse(new SymbolPattern("printf*").test("fprintf"));
    assertFalse(new SymbolPattern("_Z?[a]").test("_Z1a"));
  }
}
