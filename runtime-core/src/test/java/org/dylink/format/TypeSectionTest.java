package org.dylink.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dylink.testing.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Types by the rules of WebAssembly Core, Validation, Types and Matching. */
class TypeSectionTest {
  private static final int I32 = 0x7f;
  private static final int NULLABLE = 0x63;
  private static final int REFERENCE = 0x64;
  private static final int FUNCTION = 0x60;
  private static final int STRUCT = 0x5f;
  private static final int ARRAY = 0x5e;
  private static final int OPEN = 0x50;
  private static final int FINAL = 0x4f;
  private static final int GROUP = 0x4e;

  @Test
  void plainFunctionTypesAreTheirParametersAndResults() throws MalformedModuleException {
    TypeSpace types = types(1, FUNCTION, 1, I32, 1, I32);

    assertEquals(
        new FunctionType(List.of(ValueType.I32), List.of(ValueType.I32)), types.function(0));
    assertSame(DefinedType.of(types.function(0)), types.definition(0));
  }

  @Test
  void theSameTypesOfTwoModulesAreOne() throws MalformedModuleException {
    // A list: (type $l (struct (field (mut (ref null $l))))), behind another type in one of them.
    TypeSpace one = types(1, STRUCT, 1, NULLABLE, 0, 1);
    TypeSpace other = types(2, FUNCTION, 0, 0, STRUCT, 1, NULLABLE, 1, 1);

    assertSame(one.definition(0), other.definition(1));
    assertEquals(one.definition(0).digest(), other.definition(1).digest());
  }

  @Test
  void aFunctionTypeThatRefersToItselfIsTheSameInTwoModules() throws MalformedModuleException {
    TypeSpace one = types(1, FUNCTION, 1, NULLABLE, 0, 0);
    TypeSpace other = types(2, FUNCTION, 0, 0, FUNCTION, 1, NULLABLE, 1, 0);

    assertEquals(one.function(0), other.function(1));
    assertSame(DefinedType.of(one.function(0)), other.definition(1));
    // One step unrolled it is another type.
    TypeSpace unrolled = types(2, FUNCTION, 1, NULLABLE, 0, 0, FUNCTION, 1, NULLABLE, 0, 0);
    assertNotEquals(unrolled.function(0), unrolled.function(1));
  }

  @Test
  void aTypeIsAnotherInALargerGroup() throws MalformedModuleException {
    TypeSpace alone = types(1, FUNCTION, 0, 0);
    TypeSpace grouped = types(1, GROUP, 2, FUNCTION, 0, 0, FUNCTION, 0, 0);

    assertNotEquals(alone.function(0), grouped.function(0));
    assertNotEquals(grouped.function(0), grouped.function(1));
    assertNotSame(grouped.definition(0), grouped.definition(1));
    assertEquals("() -> ()", grouped.function(0).toString());
  }

  @Test
  void aGroupOfOneIsTheTypeItself() throws MalformedModuleException {
    TypeSpace types = types(2, FUNCTION, 0, 0, GROUP, 1, FUNCTION, 0, 0);

    assertEquals(types.function(0), types.function(1));
  }

  @Test
  void anOpenTypeIsAnotherThanTheFinalOne() throws MalformedModuleException {
    TypeSpace types = types(3, FUNCTION, 0, 0, OPEN, 0, FUNCTION, 0, 0, FINAL, 0, FUNCTION, 0, 0);

    assertNotEquals(types.function(0), types.function(1));
    assertEquals(types.function(0), types.function(2));
  }

  @Test
  void subtypesMatchTheirSupertypesAndNotTheOtherWayRound() throws MalformedModuleException {
    TypeSpace types =
        types(
            3, OPEN, 0, STRUCT, 1, I32, 0, // (struct i32)
            OPEN, 1, 0, STRUCT, 2, I32, 0, I32, 1, // (struct i32 (mut i32))
            FINAL, 1, 1, STRUCT, 2, I32, 0, I32, 1);
    DefinedType top = types.definition(0);
    DefinedType bottom = types.definition(2);

    assertTrue(bottom.isSubtypeOf(top));
    assertFalse(top.isSubtypeOf(bottom));
    assertEquals(2, bottom.depth());
    assertTrue(bottom.notNull().isSubtypeOf(top.nullable()));
    assertFalse(bottom.nullable().isSubtypeOf(top.notNull()));
    assertTrue(bottom.isSubtypeOf(HeapType.Abstract.STRUCT));
    assertTrue(bottom.isSubtypeOf(HeapType.Abstract.EQ));
    assertTrue(bottom.isSubtypeOf(HeapType.Abstract.ANY));
    assertFalse(bottom.isSubtypeOf(HeapType.Abstract.ARRAY));
    assertTrue(HeapType.Abstract.NONE.isSubtypeOf(bottom));
    assertFalse(HeapType.Abstract.NOFUNC.isSubtypeOf(bottom));
  }

  @Test
  void functionsAreOfTheirSupertypes() throws MalformedModuleException {
    TypeSpace types = types(2, OPEN, 0, FUNCTION, 0, 0, FINAL, 1, 0, FUNCTION, 0, 0);

    assertTrue(types.function(1).isSubtypeOf(types.function(0)));
    assertFalse(types.function(0).isSubtypeOf(types.function(1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "noexn exn",
        "nofunc func",
        "noextern extern",
        "none i31",
        "none eq",
        "none any",
        "i31 eq",
        "struct eq",
        "array eq",
        "eq any",
        "i31 any",
        "struct any",
        "array any"
      })
  void abstractTypesAreBelowOthers(String pair) {
    String[] names = pair.split(" ", -1);
    HeapType.Abstract below = HeapType.Abstract.valueOf(names[0].toUpperCase(Locale.ROOT));
    HeapType.Abstract above = HeapType.Abstract.valueOf(names[1].toUpperCase(Locale.ROOT));

    assertTrue(below.isSubtypeOf(above));
    assertFalse(above.isSubtypeOf(below));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "i31 struct",
        "struct array",
        "any extern",
        "func any",
        "exn any",
        "nofunc any",
        "none func"
      })
  void otherAbstractTypesAreNot(String pair) {
    String[] names = pair.split(" ", -1);
    HeapType.Abstract one = HeapType.Abstract.valueOf(names[0].toUpperCase(Locale.ROOT));
    HeapType.Abstract other = HeapType.Abstract.valueOf(names[1].toUpperCase(Locale.ROOT));

    assertFalse(one.isSubtypeOf(other));
    assertFalse(other.isSubtypeOf(one));
  }

  @Test
  void tellsWhatIsNoSubtype() {
    assertMalformed(
        "type section: sub type at offset 0xe of a final type",
        2,
        FUNCTION,
        0,
        0,
        FINAL,
        1,
        0,
        FUNCTION,
        0,
        0);
    assertMalformed(
        "type section: sub type at offset 0x10 does not match its super type",
        2,
        OPEN,
        0,
        FUNCTION,
        0,
        0,
        FINAL,
        1,
        0,
        FUNCTION,
        0,
        1,
        I32);
    assertMalformed(
        "type section: sub type at offset 0x10 does not match its super type",
        2,
        OPEN,
        0,
        ARRAY,
        I32,
        1,
        FINAL,
        1,
        0,
        ARRAY,
        I32,
        0);
    assertMalformed(
        "type section: supertype: 0 at offset 0xd, there are 0", 1, FINAL, 1, 0, FUNCTION, 0, 0);
    assertMalformed(
        "type section: 2 supertypes at offset 0xc, there may be one", 1, FINAL, 2, 0, 0);
    assertMalformed(
        "type section: type index: 1 at offset 0xe, there are 1", 1, FUNCTION, 1, REFERENCE, 1, 0);
    assertMalformed(
        "type section: heap type 0x68 at offset 0xe is not supported",
        1,
        FUNCTION,
        1,
        REFERENCE,
        0x68,
        0);
  }

  @Test
  void tellsAChainOfSupertypesThatIsTooLong() {
    Bytes section = new Bytes().u32(65).u8(OPEN, 0, FUNCTION, 0, 0);
    for (int i = 0; i < 64; i++) {
      section.u8(OPEN, 1, i, FUNCTION, 0, 0);
    }

    MalformedModuleException refused =
        assertThrows(MalformedModuleException.class, () -> types(section));

    assertEquals(
        "x.wasm: type section: sub type at offset 0x18b has more than 63 super types",
        refused.getMessage());
  }

  @Test
  void typesBeyondPlainFunctionsAreAFeature() throws MalformedModuleException {
    assertEquals(Map.of(Feature.GC, "type 1"), module(2, FUNCTION, 0, 0, ARRAY, I32, 0).features());
  }

  private static TypeSpace types(int... section) throws MalformedModuleException {
    return module(section).types();
  }

  private static TypeSpace types(Bytes section) throws MalformedModuleException {
    return module(section).types();
  }

  private static WasmModule module(int... section) throws MalformedModuleException {
    return module(new Bytes().u8(section));
  }

  private static WasmModule module(Bytes section) throws MalformedModuleException {
    Bytes file = new Bytes().u8(0, 'a', 's', 'm', 1, 0, 0, 0);
    return WasmModule.read("x.wasm", file.section(Section.TYPE, section).toArray());
  }

  private static void assertMalformed(String message, int... section) {
    MalformedModuleException refused =
        assertThrows(MalformedModuleException.class, () -> module(section));
    assertEquals("x.wasm: " + message, refused.getMessage());
  }
}
