package org.dylink.app.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class HelpTextTest {
  @Test
  void showsUsagePurposeAndOptions() {
    assertEquals(
        """
        usage: dylink ldd [-L DIR]... [--dot] FILE

        print what a module needs, and where that is found

          -L DIR  folder to search for what is needed, first hit wins
          --dot   print the same for Graphviz: ... | dot -Tsvg
        """,
        HelpText.of(CommandName.LDD));
  }

  @Test
  void showsTheLettersOfOptions() {
    assertEquals(
        """
        usage: dylink symbols [-L DIR]... [--pattern PATTERN] FILE

        print the symbols that a module defines and uses, and who else does

          -L DIR                 folder to search for what is needed, first hit wins
          -p, --pattern PATTERN  only names with this in them, or like str*
        """,
        HelpText.of(CommandName.SYMBOLS));
  }

  @ParameterizedTest
  @EnumSource
  void fitsATerminalOf100Columns(CommandName command) {
    HelpText.of(command).lines().forEach(line -> assertTrue(line.length() <= 100, line));
  }

  @Test
  void namesEveryCommand() {
    for (CommandName command : CommandName.values()) {
      assertTrue(HelpText.overview().contains("\n  " + command.word() + " "), command.word());
    }
  }
}
