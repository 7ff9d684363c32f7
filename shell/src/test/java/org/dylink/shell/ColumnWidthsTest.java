package org.dylink.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Tables on screens that are too narrow for them. */
class ColumnWidthsTest {
  private final TextTable table =
      new TextTable("NAME", "BYTES", "BUNDLE")
          .row("libwasi-emulated-process-clocks.so", 12345678, "org.dylink.example.libc 0.1.0")
          .row("libz.so", 1, "z 1");

  @Test
  void whatIsTooLongGoesOnInItsColumn() {
    assertEquals(
        """
        NAME                    BYTES  BUNDLE
        libwasi-emulated-    12345678  org.dylink.example.
        process-clocks.so              libc 0.1.0
        libz.so                     1  z 1""",
        table.text(new Screen(50, false)));
  }

  @Test
  void betweenWordsItIsBrokenRatherThanInThem() {
    assertEquals(
        """
        org.dylink.example.libc
        0.1.0.SNAPSHOT""",
        new TextTable().row("org.dylink.example.libc 0.1.0.SNAPSHOT").text(new Screen(30, false)));
  }

  @Test
  void aTableThatFitsIsAsInAFile() {
    int width = table.toString().lines().mapToInt(String::length).max().orElseThrow();
    assertEquals(table.toString(), table.text(new Screen(width, false)));
  }

  @Test
  void noLineIsLongerThanTheScreen() {
    for (int width = 20; width < 90; width++) {
      int longest =
          table.text(new Screen(width, false)).lines().mapToInt(String::length).max().orElseThrow();
      assertEquals(true, longest <= width, longest + " on " + width);
    }
  }

  @Test
  void headingsTakeALineAWordBeforeNumbersAreCut() {
    TextTable programs =
        new TextTable("ID", "NAME", "EXIT CODE", "MEMORY (KiB)").row(1, "zdemo.wasm", 0, 30848);
    assertEquals(
        """
        ID  NAME        EXIT CODE  MEMORY (KiB)
         1  zdemo.wasm          0         30848""",
        programs.text(new Screen(39, false)));
    assertEquals(
        """
        ID  NAME        EXIT  MEMORY
                        CODE   (KiB)
         1  zdemo.wasm     0   30848""",
        programs.text(new Screen(38, false)));
  }

  @Test
  void whereColumnsDoNotFitARowIsABlock() {
    assertEquals(
        """
        NAME    libwasi-emulated-
                process-clocks.so
        BYTES   12345678
        BUNDLE  org.dylink.example.
                libc 0.1.0

        NAME    libz.so
        BYTES   1
        BUNDLE  z 1""",
        table.text(new Screen(30, false)));
  }

  @Test
  void aBlockHasNoLineForWhatIsEmptyAndHeadingsStayWhereThereAreNoRows() {
    TextTable map = new TextTable("FROM", "TO", "LIBRARY", "BUNDLE");
    assertEquals("FROM  TO  LIBRARY  BUNDLE", map.text(new Screen(20, false)));
    map.row("0x00000400", "0x00100400", "[stack]", "");
    assertEquals(
        """
        FROM     0x00000400
        TO       0x00100400
        LIBRARY  [stack]""",
        map.text(new Screen(30, false)));
  }

  @Test
  void aWordWithoutAPlaceToBreakItIsCutButNoPairIs() {
    String pairs = "\ud83d\ude00".repeat(20);
    assertEquals(
        "X\n" + "\ud83d\ude00".repeat(10) + "\n" + "\ud83d\ude00".repeat(10),
        new TextTable("X").row(pairs).text(new Screen(21, false)));
  }

  @Test
  void whatIsIndentedStaysSo() {
    assertEquals(
        "  libaaaaaaa-\n  bbbbbbbbb.so",
        new TextTable().row("  libaaaaaaa-bbbbbbbbb.so").text(new Screen(20, false)));
  }

  @Test
  void coloursStandAroundWordsAndDoNotMoveColumns() {
    TextTable states =
        new TextTable("S", "N")
            .row(new Tone.Word("ok", Tone.GOOD), 10)
            .row(new Tone.Word("failed", Tone.BAD), 5);
    String esc = "\u001b[";
    assertEquals(
        "%1$s1mS%1$s0m        %1$s1mN%1$s0m\n%1$s32mok%1$s0m      10\n%1$s31mfailed%1$s0m   5"
            .formatted(esc),
        states.text(new Screen(80, true)));
    assertEquals("S        N\nok      10\nfailed   5", states.text(Screen.NONE));
  }
}
