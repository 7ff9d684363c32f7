package org.dylink.bindgen.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Types as clang writes them; the texts are those that clang 22 prints for such declarations. */
class TypeTableTest {
  private static final CType INT = new CType.Arithmetic(NumberKind.INT);
  private static final CType CHAR = new CType.Arithmetic(NumberKind.CHAR);
  private static final CType VOID = new CType.Nothing();

  private final TypeTable table = new TypeTable();

  @ParameterizedTest
  @CsvSource({
    "int, INT",
    "signed char, CHAR",
    "unsigned char, UNSIGNED_CHAR",
    "short, SHORT",
    "unsigned short, UNSIGNED_SHORT",
    "unsigned int, UNSIGNED_INT",
    "unsigned, UNSIGNED_INT",
    "long, INT",
    "long int, INT",
    "unsigned long, UNSIGNED_INT",
    "long long, LONG_LONG",
    "long unsigned int, UNSIGNED_INT",
    "unsigned long long, UNSIGNED_LONG_LONG",
    "_Bool, BOOL",
    "bool, BOOL",
    "volatile double, DOUBLE",
    "float, FLOAT"
  })
  void numbersHaveTheSizesOfWasm32(String text, NumberKind kind) {
    assertEquals(new CType.Arithmetic(kind), table.parse(text));
  }

  @Test
  void pointersAndWhatIsConst() {
    assertEquals(pointer(new CType.Const(CHAR)), table.parse("const char *"));
    assertEquals(pointer(new CType.Const(CHAR)), table.parse("char const *restrict"));
    assertEquals(
        pointer(new CType.Const(pointer(new CType.Const(CHAR)))),
        table.parse("const char *const *"));
    assertEquals(new CType.Const(pointer(CHAR)), table.parse("char *const"));
    assertEquals(new CType.PointerTo(INT, true), table.parse("int * _Nonnull"));
    assertTrue(table.parse("const int").isConst());
    assertFalse(table.parse("const int *").isConst());
  }

  @Test
  void arraysOfArrays() {
    assertEquals(new CType.ArrayOf(new CType.ArrayOf(INT, 3), 2), table.parse("int[2][3]"));
    assertEquals(new CType.ArrayOf(CHAR, -1), table.parse("char[]"));
    assertEquals(new CType.ArrayOf(pointer(INT), 4), table.parse("int *[4]"));
    assertEquals(pointer(new CType.ArrayOf(INT, 4)), table.parse("int (*)[4]"));
  }

  @Test
  void functionsAndPointersToThem() {
    CType.FunctionOf handler = new CType.FunctionOf(VOID, List.of(INT), false);
    assertEquals(handler, table.parse("void (int)"));
    assertEquals(pointer(handler), table.parse("void (*)(int)"));
    assertEquals(new CType.Const(pointer(handler)), table.parse("void (*const)(int)"));
    assertEquals(
        new CType.FunctionOf(pointer(handler), List.of(INT, pointer(handler)), false),
        table.parse("void (*(int, void (*)(int)))(int)"));
    assertEquals(
        new CType.FunctionOf(INT, List.of(pointer(CHAR)), true), table.parse("int (char *, ...)"));
    assertEquals(new CType.FunctionOf(INT, List.of(), false), table.parse("int (void)"));
    assertEquals(new CType.FunctionOf(INT, List.of(), false), table.parse("int ()"));
    assertEquals(
        new CType.FunctionOf(VOID, List.of(), false),
        table.parse("void (void) __attribute__((noreturn))"));
  }

  @Test
  void namesOfTypedefsStayWithTheType() {
    table.alias("size_t", new CType.Arithmetic(NumberKind.UNSIGNED_INT));

    CType type = table.parse("const size_t");

    assertEquals(new CType.Arithmetic(NumberKind.UNSIGNED_INT), type.bare());
    assertTrue(type.isConst());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "union (unnamed at a.h:9:25)",
        "union s::(anonymous at a.h:9:25)",
        "union (unnamed union at a.h:9:25)",
        "union s::t::(unnamed union at a.h:9:25)"
      })
  void whatHasNoNameIsKnownByItsPlace(String text) {
    assertEquals(new CType.RecordOf("union a.h:9:25"), table.parse(text));
  }

  @Test
  void aStructIsKnownByTheFirstTypedefThatNamesIt() {
    table.add(new CRecord("struct s", "s", false, List.of(), "", true, ""));
    table.name("struct s", "first", "struct s");
    table.name("struct s", "second", "struct s");

    assertEquals("first", table.records().get("struct s").name());
  }

  @ParameterizedTest
  @CsvSource({
    "long double, long double",
    "_Complex double, _Complex double",
    "unsigned __int128, unsigned __int128",
    "missing_t, missing_t",
    "__attribute__((__vector_size__(4 * sizeof(int)))) int, a vector",
    "void (^)(int), void (^)(int)",
    "_Atomic(int), _Atomic(int)",
    "int[n], int[n]",
    "'', ''"
  })
  void whatHasNoPlaceHereIsSaidToBeUnknown(String text, String said) {
    assertEquals(new CType.Unknown(said), table.parse(text));
  }

  @Test
  void whatIsNestedWithoutEndIsUnknown() {
    String text = "int " + "(*".repeat(5000) + ")(void)".repeat(5000);

    assertEquals(new CType.Unknown(text), table.parse(text));
  }

  private static CType pointer(CType target) {
    return new CType.PointerTo(target, false);
  }
}
