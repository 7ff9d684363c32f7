package org.dylink.bindgen.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dylink.bindgen.macro.Macros.Body;
import org.junit.jupiter.api.Test;

class MacrosTest {
  @Test
  void thoseThatAreThereAtTheEndCount() throws Exception {
    String text =
        """
        # 1 "<built-in>" 1 3
        #define __clang__ 1
        # 1 "a \\"b\\".h" 2
        #define OWN (1 << 3)
        #define EMPTY
        #define OLD 1
        #undef OLD
        #define TWICE 1
        #define TWICE 2
        #define CALL(x, y) x
        #define SPACED (x)
        int f(void);
        # 1 "/usr/include/other.h" 1 3
        #define OTHER 5
        """;

    Macros macros = Macros.read(new StringReader(text), "a \"b\".h"::equals);

    assertEquals(Set.of("OWN", "EMPTY", "TWICE", "SPACED"), macros.own());
    assertEquals(
        Map.of(
            "__clang__", new Body("", "1"),
            "OWN", new Body("", "(1 << 3)"),
            "EMPTY", new Body("", ""),
            "TWICE", new Body("", "2"),
            "CALL", new Body("x, y", "x"),
            "SPACED", new Body("", "(x)"),
            "OTHER", new Body("", "5")),
        macros.bodies());
  }

  @Test
  void literalsAreAsLongAsTheyLike() throws Exception {
    String text =
        """
        # 1 "a.h" 1
        #define TEXT "%s"
        #define LETTERS '%s'
        #define NUMBER 0x%s
        """
            .formatted("a\\n".repeat(100_000), "b".repeat(200_000), "1".repeat(200_000));

    MacroProbe probe = MacroProbe.of(Macros.read(new StringReader(text), "a.h"::equals));

    assertEquals(List.of("TEXT", "LETTERS", "NUMBER"), probe.names());
    assertEquals(Map.of(), probe.refused());
  }

  @Test
  void onlyOutsideOfStringsABraceIsWrittenInOtherWays() throws Exception {
    String text =
        """
        # 1 "a.h" 1
        #define ASKED "what?? \\"<%\\""
        #define OPENED <%
        #define TRIGRAPH ??<
        """;

    MacroProbe probe = MacroProbe.of(Macros.read(new StringReader(text), "a.h"::equals));

    assertEquals(Set.of(1, 2), probe.refused().keySet());
  }
}
