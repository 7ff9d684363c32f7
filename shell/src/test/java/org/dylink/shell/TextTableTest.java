package org.dylink.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void alignsColumnsAndPutsNumbersFlushRight() {
    TextTable table =
        new TextTable("NAME", "BYTES", "NOTE").row("a", 7, "").row("longer", 1024, "x");
    assertEquals(
        """
        NAME    BYTES  NOTE
        a           7
        longer   1024  x""",
        table.toString());
  }

  @Test
  void printsHeadingsOfAnEmptyTable() {
    assertEquals("A  B", new TextTable("A", "B").toString());
  }

  @Test
  void leavesHeadingsOutWhereThereAreNone() {
    assertEquals("a     b\nlong  c", new TextTable().row("a", "b").row("long", "c").toString());
  }
}
