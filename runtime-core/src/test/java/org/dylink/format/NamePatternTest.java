package org.dylink.format;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NamePatternTest {
  @Test
  void withoutWildcardsIsAPartOfTheName() {
    assertTrue(new NamePattern("print").test("fprintf"));
    assertTrue(new NamePattern("").test("fprintf"));
    assertFalse(new NamePattern("f.p").test("fxp"));
  }

  @Test
  void withWildcardsIsTheWholeName() {
    assertTrue(new NamePattern("*printf").test("fprintf"));
    assertTrue(new NamePattern("?printf").test("fprintf"));
    assertFalse(new NamePattern("printf*").test("fprintf"));
    assertFalse(new NamePattern("_Z?[a]").test("_Z1a"));
  }
}
