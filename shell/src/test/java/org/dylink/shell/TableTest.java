package org.dylink.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void alignsColumnsAndPutsNumbersFlushRight() {
    Table table = new Table("NAME", "BYTES", "NOTE").row("a", 7, "").row("longer", 1024, "x");
    assertEquals(
        """
        NAME    BYTES  NOTE
        a           7
        longer   1024  x""",
        table.toString());
  }

  @Test
  void printsHeadingsOfAnEmptyTable() {
    assertEquals("A  B", new Table("A", "B").toString());
  }

  @Test
  void leavesHeadingsOutWhereThereAreNone() {
    assertEquals("a     b\nlong  c", new Table().row("a", "b").row("long", "c").toString());
  }
}
