package org.dylink.bindgen.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MacrosTest {
  @Test
  void thoseThatAreThereAtTheEndCountWithoutThoseThatHaveParameters() throws Exception {
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
        #define CALL(x) x
        #define SPACED (x)
        int f(void);
        # 1 "/usr/include/other.h" 1 3
        #define OTHER 5
        """;

    Macros macros = Macros.read(new StringReader(text), "a \"b\".h"::equals);

    assertEquals(Set.of("OWN", "EMPTY", "TWICE", "SPACED"), macros.own());
    assertEquals(
        Map.of(
            "__clang__",
            "1",
            "OWN",
            "(1 << 3)",
            "EMPTY",
            "",
            "TWICE",
            "2",
            "SPACED",
            "(x)",
            "OTHER",
            "5"),
        macros.bodies());
  }
}
