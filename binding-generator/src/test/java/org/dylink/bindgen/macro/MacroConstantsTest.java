package org.dylink.bindgen.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Macros of all kinds, each behind something else, with the values that gcc gives them. */
class MacroConstantsTest {
  private static final Path NATIVE = Path.of("src/test/native");
  private static MacroConstants constants;

  @BeforeAll
  static void read() throws Exception {
    MacroProbe probe = MacroProbeTest.probe("constants");
    probe = probe.without(Files.readString(NATIVE.resolve("constants.refused.txt"))).orElseThrow();
    constants = probe.constants(Files.readAllLines(NATIVE.resolve("constants.values.ll")));
  }

  private static List<String> values() throws Exception {
    return Files.readAllLines(NATIVE.resolve("values.txt"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void theValueIsThatOfGcc(String line) {
    String[] words = line.split(" ", 2);
    Value value = constants.values().get(words[0]);

    if (value instanceof Value.Whole whole) {
      assertEquals(Long.parseLong(words[1]), whole.bits());
    } else if (value instanceof Value.Truth truth) {
      assertEquals(words[1].equals("1"), truth.value());
    } else if (value instanceof Value.Text text) {
      byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
      assertEquals(words[1], HexFormat.of().formatHex(bytes));
    } else if (value instanceof Value.Single single) {
      assertEquals(number(words[1]), single.number());
    } else {
      assertEquals(number(words[1]), ((Value.Real) value).number());
    }
  }

  private static double number(String text) {
    return text.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
  }

  @Test
  void noMacroThatHasAValueIsMissing() throws Exception {
    List<String> expected = new ArrayList<>();
    for (String line : values()) {
      expected.add(line.split(" ", 2)[0]);
    }
    List<String> found = new ArrayList<>(constants.values().keySet());
    found.removeIf(name -> name.matches("[WD]_\\w+"));

    assertEquals(expected, found);
  }

  /** On wasm32 {@code long}, {@code size_t} and addresses have 32 bits. */
  @ParameterizedTest
  @CsvSource({"W_SIZE, 4294967295", "W_LONG, 4294967294", "W_POINTER, 4"})
  void sizesAreThoseOfWasm32(String name, long bits) {
    assertEquals(new Value.Whole(bits, false), constants.values().get(name));
  }

  @ParameterizedTest
  @CsvSource({"W_QUAD, 1", "W_QUAD_TENTH, 0.1", "W_QUAD_LARGE, -6e300"})
  void aLongDoubleIsRounded(String name, double number) {
    assertEquals(new Value.Real(number), constants.values().get(name));
  }

  @ParameterizedTest
  @CsvSource({
    "N_UINT32, false",
    "N_INT64, true",
    "N_UINT64_MAX, true",
    "N_SUFFIX, false",
    "N_BITS, true",
    "N_CAST_BYTE, false"
  })
  void whatHasMoreThan32BitsIsWide(String name, boolean wide) {
    assertEquals(wide, ((Value.Whole) constants.values().get(name)).wide());
  }

  @Test
  void whatIsNoConstantHasAReason() {
    Map<String, String> reasons = new HashMap<>(constants.leftOut());
    String address = "a macro that is an address of the library's";

    assertEquals(address, reasons.remove("X_FUNCTION"));
    assertEquals(address, reasons.remove("X_ADDRESS"));
    assertEquals(address, reasons.remove("X_INSIDE"));
    assertEquals("a string that is no UTF-8", reasons.remove("X_BYTES"));
    reasons.keySet().removeIf(name -> name.startsWith("D_")); // those of MacroProbeTest
    assertTrue(reasons.size() > 20, reasons.toString());
    reasons.forEach((name, reason) -> assertEquals("a macro that is no constant", reason, name));
  }

  @Test
  void whatLlvmHasAndJavaHasNotIsLeftOut() {
    List<String> lines =
        List.of(
            "@dylink_value_0 = global i128 7, align 16",
            "@dylink_value_1 = global half 0xH3C00",
            "@dylink_value_2 = global ptr @table",
            "@dylink_value_3 = global ptr @.str",
            "@.str = private unnamed_addr constant [2 x i32] [i32 1114112, i32 0], align 4",
            "@dylink_value_4 = global ptr inttoptr (i32 ptrtoint (ptr @x to i32) to ptr)",
            "@dylink_value_5 = global fp128 0xL0000000000000000FFFF000000000000",
            "@dylink_value_6 = global float 0x7FF8000000000000");
    List<String> names = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    MacroConstants read = new MacroProbe(names, Map.of()).constants(lines);

    assertEquals(
        Map.of("f", new Value.Real(Double.NEGATIVE_INFINITY), "g", new Value.Single(Float.NaN)),
        read.values());
    assertEquals(
        Map.of(
            "a", "a macro of a type that Java has no constants of",
            "b", "a macro of a type that Java has no constants of",
            "c", "a macro that is an address of the library's",
            "d", "a string that is no Unicode",
            "e", "a macro that is an address of the library's",
            "h", "a macro of a type that Java has no constants of"),
        read.leftOut());
  }
}
