package org.dylink.binding.abi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.dylink.binding.Binding;
import org.dylink.binding.Callback;
import org.dylink.binding.Pointer;
import org.dylink.binding.StructLayout;
import org.dylink.binding.abi.Rules.Bits128;
import org.dylink.binding.abi.Rules.Complex;
import org.dylink.binding.abi.Rules.Named;
import org.dylink.binding.abi.Rules.Nested;
import org.dylink.binding.abi.Rules.None;
import org.dylink.binding.abi.Rules.OfOne;
import org.dylink.binding.abi.Rules.OfUnsignedCharAsInt;
import org.dylink.binding.abi.Rules.One;
import org.dylink.binding.abi.Rules.Single;
import org.dylink.binding.abi.Rules.Two;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.binding.testing.TestLinker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The rules of the table in docs/java.md, one by one. */
@SuppressWarnings("try") // an interface that leaves close() as it is: it might throw anything
class AbiRulesTest {
  private static Rules c;

  @BeforeAll
  static void bind() throws Exception {
    c = WasmBinder.bind(Rules.class, new TestLinker());
  }

  @AfterAll
  static void close() throws Exception {
    c.close();
  }

  @Test
  void aStructOfOneScalarIsThatScalarHoweverDeepItLies() {
    assertEquals(77, c.of(new One(77)));
    assertEquals(-8, c.of(new Nested(new One(-8))));
    assertEquals(2.5, c.of(new Single(new double[] {2.5})));
    assertEquals(4, c.of(new Named("four")));
    assertEquals(9, c.ofOnly(new One(9)));
    assertEquals(-3, c.ofBit(new One(-3)));
  }

  @Test
  void aPointerToAStructIsSaidToBeOne() {
    assertEquals(77, c.at(new One(77)));
    assertEquals(-1, c.at((One) null));
    assertEquals(2.5, c.at(new Single(new double[] {2.5})));
  }

  @Test
  void allOtherStructsGoByAddressEitherWay() {
    assertEquals(34, c.of(new Two((short) 3, (short) 4)));
    assertEquals(34, c.at(new Two((short) 3, (short) 4)));
    assertEquals(-1, c.at((Two) null));
  }

  @Test
  void whatARecordCannotSayGoesByAddress() {
    assertEquals(5, c.ofEither(new One(5)));
    assertEquals(6, c.ofHolds(new One(6)));
    assertEquals(7, c.ofWide(new One(7)));
    assertEquals(8, c.ofOpen(new One(8)));
    assertEquals(3 - 20 + 100_000, c.ofBits(new One(3 | (-2 & 31) << 3 | 1000 << 8)));
    One[] result = new One[1];
    c.either(result, 1.5f);
    assertEquals(1.5f, Float.intBitsToFloat(result[0].id()));
  }

  @Test
  void aStructWithoutMembersIsNotPassed() {
    assertEquals(5, c.afterNone(new None(), 5, new None()));
    assertEquals(new None(), c.none());
    assertEquals(c.noneSize(), StructLayout.of(None.class).size());
  }

  @Test
  void structsAreResults() {
    assertEquals(new One(5), c.makeOne(5));
    assertEquals(new Two((short) -5, (short) 6), c.makeTwo(-5, 6));
    assertEquals(new Named("named"), c.makeNamed(1));
    assertEquals(new Named(null), c.makeNamed(0));
    assertEquals(new One(7), c.keepOne(7));
    assertNull(c.keepOne(0));
  }

  @Test
  void numbersSmallerThanIntAreExtendedAsCDeclaresThem() {
    assertEquals(-56, c.ofSignedChar((byte) 200));
    assertEquals(-56, c.ofChar((byte) 200));
    assertEquals(200, c.ofUnsignedChar((byte) 200));
    assertEquals(200, c.ofUnsignedChar(200));
    assertEquals(-5536, c.ofShort((short) 60_000));
    assertEquals(60_000, c.ofUnsignedShort((char) 60_000));
    assertEquals(60_000, c.ofUnsignedShort((short) 60_000));
    assertEquals(60_000, c.ofUnsignedShort(60_000));
    assertEquals(1, c.ofBool(true));
    assertEquals(0, c.ofBool(false));
  }

  @Test
  void unsignedNumbersHaveAllTheirBits() {
    assertEquals(4_000_000_000L, c.ofUnsigned((int) 4_000_000_000L));
    assertEquals(4_000_000_000L, c.ofUnsigned(4_000_000_000L));
    assertEquals(200, c.toUnsignedChar(200));
    assertEquals((byte) 200, c.toByte(200));
    assertEquals(60_000, c.toUnsignedShort(60_000));
    assertEquals(4_294_967_295L, c.toUnsigned(-1));
    assertEquals("18000000000000000000", Long.toUnsignedString(c.toUnsignedLong()));
    assertTrue(c.toBool(256));
    assertFalse(c.toBool(0));
    assertEquals(-9, c.toLong(-9));
  }

  @Test
  void aNumberThatDoesNotFitIsRefused() {
    refused(
        "librules.so: ofUnsignedChar: parameter 0 (int) is 256: C's number has 8 bits, and no sign",
        () -> c.ofUnsignedChar(256));
    refused(
        "librules.so: ofUnsignedShort: parameter 0 (int) is -1: C's number has 16 bits, and no sign",
        () -> c.ofUnsignedShort(-1));
    refused(
        "librules.so: ofUnsigned: parameter 0 (long) is 4294967296: C's number has 32 bits, and no"
            + " sign",
        () -> c.ofUnsigned(1L << 32));
  }

  @Test
  void numbersOf128BitsAreTwoOf64() {
    assertEquals(new Bits128(1, 1), c.addBig(-1, 0, 2));
    assertEquals(new Bits128(-4, -1), c.addBig(-1, -1, -3));
    assertEquals(new Bits128(5, 0x4000_0000_0000_0000L), c.same(5, 0x4000_0000_0000_0000L));
  }

  @Test
  void complexNumbersAreStructsOfTwo() {
    assertEquals(new Complex(1.5, -2), c.conjugate(new Complex(1.5, 2)));
  }

  @Test
  void variableArgumentsArePromotedAndAligned() {
    assertEquals(-6 + 250 + 1 + 70_000, c.sum(4, (byte) -6, (char) 250, true, 70_000));
    assertEquals(0, c.sum(0));
    assertEquals(2.0, c.mean(3, 1.5f, 2.5, 2f));
    assertEquals(6, c.sumOfInts(3, 1, 2, 3));
  }

  @Test
  void structsAreVariableArgumentsByTheSameRules() {
    double sum =
        c.structs(
            1,
            new One(100),
            new None(),
            new Single(new double[] {0.5}),
            new Two((short) 3, (short) 4),
            new Named("four"),
            1000);

    assertEquals(1 + 100 + 0.5 + 34 + 4 + 1000, sum);
  }

  @Test
  void aListOfArgumentsIsWhatVariableOnesAre() {
    assertEquals(6, c.sumOf(3, 1, 2, 3));
  }

  @Test
  void stringsAreAnArrayOfPointersWithANullBehind() {
    assertEquals(370, c.lengths(3, new String[] {"one", "größe", ""}));
    assertEquals(39, c.lengths(2, new String[] {"one", null}));
    assertEquals(34, c.lengthsOfAll(2, "one", "four"));
    assertEquals(370, c.lengths(3, List.of("one", "größe", "")));
    assertEquals(39, c.lengths(2, Arrays.asList("one", null)));
    assertEquals(0, c.lengths(0, List.of()));
    String[] texts = {"one", "two", "three"};
    c.reverse(texts, 3);
    assertArrayEquals(new String[] {"three", "Xwo", "one"}, texts);
    String[] names = new String[4];
    assertEquals(3, c.names(names, 4));
    assertArrayEquals(new String[] {"alpha", "beta", "größer", null}, names);
  }

  @Test
  void stringsThatAreNullOrTooFewAreRefused() {
    assertEquals(
        "librules.so: lengthsOfAll: parameter 1 (String[]) has null at 1: @OrNull would allow it",
        assertThrows(IllegalArgumentException.class, () -> c.lengthsOfAll(2, "one", null))
            .getMessage());
    refused(
        "librules.so: names: parameter 0 (String[]) has 1 elements, C is told 2",
        () -> c.names(new String[1], 2));
    refused(
        "librules.so: lengths: parameter 1 (List) has 1 elements, C is told 2",
        () -> c.lengths(2, List.of("one")));
    refused(
        "librules.so: lengths: parameter 1 (List) has a NUL inside, at 3",
        () -> c.lengths(1, List.of("one\0")));
    refused(
        "librules.so: reverse: parameter 0 (String[]) has a NUL inside, at 1",
        () -> c.reverse(new String[] {"a\0"}, 1));
  }

  @Test
  void pointersComeBackInAnArray() {
    Pointer[] out = new Pointer[1];
    c.open(out);
    int first = out[0].readInt(0);
    c.open(out);
    assertEquals(first + 1, out[0].readInt(0));
  }

  @Test
  void callbacksHaveTheSameRules() {
    assertEquals(43, c.callOfOne(one -> one.id() + 1, 42));
    assertEquals(43, c.callAtOne(one -> one.id() + 1, 42));
    assertEquals(-1, c.callAtOne(one -> one == null ? -1 : 0, 0));
    assertEquals(15, c.callOfTwo(two -> two.a() + two.b(), 7, 8));
    assertEquals(6, c.callOfNone((none, a) -> a + 1, 5));
    try (Callback<OfOne> kept = Binding.of(c).callback(OfOne.class, One::id)) {
      assertEquals(-4, c.callKept(kept, -4));
    }
  }

  @Test
  void callbacksReturnStructs() {
    assertEquals(6, c.callForOne(id -> new One(id + 1), 5));
    assertEquals(56, c.callForTwo((a, b) -> new Two((short) a, (short) b), 5, 6));
    assertEquals(-0.25, c.callForSingle(v -> new Single(new double[] {-v}), 0.25));
    assertEquals(3, c.callForNone(a -> new None(), 3));
    assertEquals(
        "librules.so: the result of a callback is null, and no One",
        assertThrows(NullPointerException.class, () -> c.callForOne(id -> null, 5)).getMessage());
  }

  @Test
  void callbacksHaveUnsignedNumbers() {
    assertEquals(200, c.callOfUnsignedChar(v -> v, 200));
    assertEquals(201, c.callOfUnsignedCharAsInt(v -> v + 1, 200));
    assertEquals(60_000, c.callOfUnsignedShort(v -> v, 60_000));
    assertEquals(4_294_967_295L, c.callOfUnsigned(v -> v, -1));
    assertEquals(10, c.callOfBool(v -> v, 2));
    assertEquals(20, c.callOfBool(v -> !v, 1));
    refused(
        OfUnsignedCharAsInt.class.getName()
            + ".call: result is 256: C's number has 8 bits, and no sign",
        () -> c.callOfUnsignedCharAsInt(v -> v + 1, 255));
  }

  private static void refused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    assertEquals(77, c.of(new One(77)));
  }
}
