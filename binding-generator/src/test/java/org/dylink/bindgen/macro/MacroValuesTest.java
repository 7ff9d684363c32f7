package org.dylink.bindgen.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dylink.bindgen.c.CType;
import org.dylink.bindgen.c.NumberKind;
import org.dylink.bindgen.c.TypeTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values as clang-22 gives them for wasm32: {@code long} has 32 bits. */
class MacroValuesTest {
  private final Map<String, String> macros = new HashMap<>();
  private final TypeTable types = new TypeTable();

  private Optional<Value> of(String body) {
    types.alias("u8", new CType.Arithmetic(NumberKind.UNSIGNED_CHAR));
    macros.put("IT", body);
    return new MacroValues(
            name -> Optional.ofNullable(macros.get(name)),
            name -> name.equals("RED") ? Optional.of(3L) : Optional.empty(),
            types::parse)
        .of("IT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '`',
      value = {
        "12@12",
        "0x1F@31",
        "017@15",
        "0b101@5",
        "0@0",
        "-1@-1",
        "(1 << 3) + 2 * 3@14",
        "1 | 2 ^ 3 & 6@1",
        "10 - 4 - 3@3",
        "7 / 2 % 2@1",
        "-7 / 2@-3",
        "~0@-1",
        "!5@0",
        "1 ? 2 : 3@2",
        "0 ? 2 : 1 ? 4 : 5@4",
        "1 < 2 && 2 >= 3 || 4 == 4@1",
        "0xffffffff@4294967295",
        "2147483647@2147483647",
        "2147483648@2147483648",
        "-2147483647 - 1@-2147483648",
        "2147483647 + 1@-2147483648",
        "0xffffffffu + 1@0",
        "0xffffffffffffffff@-1",
        "1ull << 40@1099511627776",
        "1UL << 31@2147483648",
        "-1 < 1u@0",
        "-1 >> 1@-1",
        "-1 / 2u@2147483647",
        "'A'@65",
        "'\\n'@10",
        "'\\x41'@65",
        "'\\\\'@92",
        "'\\''@39",
        "'\\377'@-1",
        "(unsigned char) 300@44",
        "(u8) -1@255",
        "(short) 40000@-25536",
        "(unsigned) -1@4294967295",
        "(unsigned long long) -1@-1",
        "((void *) -1)@-1",
        "(_Bool) 7@1",
        "(int) 2.9@2",
        "RED + 1@4"
      })
  void wholeNumbers(String body, long value) {
    Value.Whole whole = (Value.Whole) of(body).orElseThrow();

    assertEquals(value, whole.bits());
  }

  @ParameterizedTest
  @CsvSource({"1, false", "1L, false", "1LL, true", "4294967296, true", "3000000000, true"})
  void aLiteralHasTheFirstTypeThatHoldsIt(String body, boolean wide) {
    assertEquals(wide, ((Value.Whole) of(body).orElseThrow()).wide());
  }

  @ParameterizedTest
  @CsvSource({".5, 0.5", "1e3, 1000", "1.5f * 2, 3", "-2.5, -2.5", "0x1.8p1, 3", "1 / 4.0, 0.25"})
  void realNumbers(String body, double value) {
    assertEquals(Optional.of(new Value.Real(value)), of(body));
  }

  @Test
  void stringsBehindOneAnotherAreOne() {
    macros.put("MINOR", "\"4\"");

    assertEquals(Optional.of(new Value.Text("v5.4\n\"é")), of("(\"v5.\" MINOR \"\\n\\\"\" \"é\")"));
    assertEquals(Optional.of(new Value.Text("é")), of("\"\\303\\251\""));
    assertEquals(Optional.of(new Value.Text("é😀")), of("\"\\u00e9\\U0001f600\""));
  }

  @Test
  void macrosThatDoubleEachOtherTakeNoTime() {
    for (int i = 0; i < 40; i++) {
      macros.put("N" + i, "(N%d ^ N%d)".formatted(i + 1, i + 1));
      macros.put("S" + i, "S%d S%d".formatted(i + 1, i + 1));
    }
    macros.put("N40", "1");
    macros.put("S40", "\"text\"");

    assertEquals(Optional.of(new Value.Whole(0, false, false)), of("N0"));
    assertEquals(Optional.empty(), of("S0"));
  }

  @Test
  void otherMacrosAreLookedUp() {
    macros.put("A", "(B | 1)");
    macros.put("B", "4");

    assertEquals(Optional.of(new Value.Whole(5, false, false)), of("A"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "OTHER",
        "f(1)",
        "1 +",
        "(1",
        "1 2",
        "\"a\" 1",
        "1 / 0",
        "1 % 0",
        "1 << 32",
        "1 << -1",
        "IT",
        "sizeof(int)",
        "'ab'",
        "L\"wide\"",
        "08",
        "0xg",
        "1.0L",
        "__attribute__((x))",
        "do { } while (0)",
        "99999999999999999999999",
        "(struct s) 1",
        "\"a\" + 1",
        "-\"a\"",
        "extern",
        "'\\u12'",
        "~1.5"
      })
  void allElseIsNoConstant(String body) {
    assertEquals(Optional.empty(), of(body));
  }

  @Test
  void macrosThatNameEachOtherAreNone() {
    macros.put("A", "B + 1");
    macros.put("B", "A + 1");

    assertEquals(Optional.empty(), of("A"));
  }

  @Test
  void whatIsNestedWithoutEndIsNone() {
    assertEquals(Optional.empty(), of("(".repeat(100_000) + "1" + ")".repeat(100_000)));
    assertEquals(Optional.empty(), of("-".repeat(100_000) + "1"));
  }
}
