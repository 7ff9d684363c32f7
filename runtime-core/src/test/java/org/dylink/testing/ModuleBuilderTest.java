package org.dylink.testing;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ModuleBuilderTest {
  @Test
  void writesTheSectionsInTheOrderOfTheFormat() {
    byte[] bytes =
        ModuleBuilder.module("add.wasm")
            .exportedFunction("add", "(i32, i32) -> i32", code().localGet(0).localGet(1).i32Add())
            .toArray();

    String expected =
        """
        0061736d01000000
        01 07 01 60 02 7f7f 01 7f
        03 02 01 00
        07 07 01 03 616464 00 00
        0a 09 01 07 00 2000 2001 6a 0b
        """;
    assertEquals(expected.replaceAll("\\s", ""), HexFormat.of().formatHex(bytes));
  }

  @Test
  void refusesAnIdThatNobodyDefines() {
    ModuleBuilder module = ModuleBuilder.module("x.wasm").exportFunction("f", "f");

    var thrown = assertThrows(IllegalArgumentException.class, module::toArray);
    assertEquals("no function f among []", thrown.getMessage());
  }
}
