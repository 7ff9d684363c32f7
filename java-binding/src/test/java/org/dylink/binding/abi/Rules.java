package org.dylink.binding.abi;

import java.util.List;
import org.dylink.binding.ByAddress;
import org.dylink.binding.Callback;
import org.dylink.binding.Length;
import org.dylink.binding.OrNull;
import org.dylink.binding.Out;
import org.dylink.binding.Pointer;
import org.dylink.binding.SizedBy;
import org.dylink.binding.SymbolName;
import org.dylink.binding.Unsigned;
import org.dylink.binding.WasmLibrary;

/** The functions of librules.c. */
@WasmLibrary("librules.so")
@SuppressWarnings("ArrayRecordComponent") // structs with arrays inside
interface Rules extends AutoCloseable {
  record One(int id) {}

  record Nested(One in) {}

  record Single(@Length(1) double[] v) {}

  record None() {}

  record Two(short a, short b) {}

  record Named(String name) {}

  record Complex(double real, double imaginary) {}

  /** The 128 bits of an {@code __int128}, or of a {@code long double}. */
  record Bits128(long low, long high) {}

  @SymbolName("one_of")
  int of(One struct);

  @SymbolName("one_at")
  int at(@ByAddress @OrNull One struct);

  @SymbolName("nested_of")
  int of(Nested struct);

  @SymbolName("single_of")
  double of(Single struct);

  @SymbolName("single_at")
  double at(@ByAddress Single struct);

  @SymbolName("only_of")
  int ofOnly(One union);

  @SymbolName("after_none")
  int afterNone(None a, int b, None c);

  None none();

  @SymbolName("none_size")
  int noneSize();

  @SymbolName("two_of")
  int of(Two struct);

  @SymbolName("two_at")
  int at(@OrNull Two struct);

  @SymbolName("named_of")
  int of(Named struct);

  @SymbolName("either_of")
  int ofEither(@ByAddress One union);

  @SymbolName("holds_of")
  int ofHolds(@ByAddress One struct);

  void either(@Out One[] result, float real);

  @SymbolName("bit_of")
  int ofBit(One struct);

  @SymbolName("bits_of")
  int ofBits(@ByAddress One struct);

  @SymbolName("wide_of")
  int ofWide(@ByAddress One struct);

  @SymbolName("open_of")
  int ofOpen(@ByAddress One struct);

  @SymbolName("make_one")
  One makeOne(int id);

  @SymbolName("keep_one")
  @ByAddress
  One keepOne(int id);

  @SymbolName("make_two")
  Two makeTwo(int a, int b);

  @SymbolName("make_named")
  Named makeNamed(int which);

  @SymbolName("of_schar")
  int ofSignedChar(byte v);

  @SymbolName("of_uchar")
  int ofUnsignedChar(@Unsigned byte v);

  @SymbolName("of_uchar")
  int ofUnsignedChar(@Unsigned(8) int v);

  @SymbolName("of_char")
  int ofChar(byte v);

  @SymbolName("of_short")
  int ofShort(short v);

  @SymbolName("of_ushort")
  int ofUnsignedShort(char v);

  @SymbolName("of_ushort")
  int ofUnsignedShort(@Unsigned short v);

  @SymbolName("of_ushort")
  int ofUnsignedShort(@Unsigned(16) int v);

  @SymbolName("of_uint")
  long ofUnsigned(@Unsigned int v);

  @SymbolName("of_uint")
  long ofUnsigned(@Unsigned(32) long v);

  @SymbolName("of_bool")
  int ofBool(boolean v);

  @SymbolName("to_uchar")
  @Unsigned(8)
  int toUnsignedChar(int v);

  @SymbolName("to_uchar")
  byte toByte(int v);

  @SymbolName("to_ushort")
  @Unsigned(16)
  int toUnsignedShort(int v);

  @SymbolName("to_uint")
  @Unsigned(32)
  long toUnsigned(int v);

  @SymbolName("to_ulong")
  @Unsigned
  long toUnsignedLong();

  @SymbolName("to_bool")
  boolean toBool(int v);

  @SymbolName("to_long")
  int toLong(int v);

  @SymbolName("add_big")
  Bits128 addBig(long low, long high, int b);

  Bits128 same(long low, long high);

  Complex conjugate(Complex z);

  int sum(int count, Object... rest);

  @SymbolName("sum")
  int sumOfInts(int count, int... rest);

  double mean(int count, Object... rest);

  double structs(int a, Object... rest);

  @SymbolName("sum_of")
  int sumOf(int count, Object... list);

  int lengths(int count, @OrNull String[] texts);

  @SymbolName("lengths")
  int lengths(int count, @OrNull @SizedBy(0) List<String> texts);

  @SymbolName("lengths")
  int lengthsOfAll(int count, @SizedBy(0) String... texts);

  void reverse(String[] texts, int count);

  int names(@Out @SizedBy(1) String[] out, int count);

  @SymbolName("open_it")
  int open(@Out Pointer[] out);

  /** C calls these. */
  interface OfOne {
    int call(One struct);
  }

  interface AtOne {
    int call(@ByAddress One struct);
  }

  interface OfTwo {
    int call(Two struct);
  }

  interface OfNone {
    int call(None none, int a);
  }

  interface ForOne {
    One call(int id);
  }

  interface ForTwo {
    Two call(int a, int b);
  }

  interface ForSingle {
    Single call(double v);
  }

  interface ForNone {
    None call(int a);
  }

  interface OfUnsignedChar {
    @Unsigned
    byte call(@Unsigned byte v);
  }

  interface OfUnsignedCharAsInt {
    @Unsigned(8)
    int call(@Unsigned(8) int v);
  }

  interface OfUnsignedShort {
    char call(char v);
  }

  interface OfUnsigned {
    @Unsigned(32)
    long call(@Unsigned(32) long v);
  }

  interface OfBool {
    boolean call(boolean v);
  }

  @SymbolName("call_one")
  int callOfOne(OfOne f, int id);

  @SymbolName("call_one")
  int callKept(Callback<OfOne> f, int id);

  @SymbolName("call_one_at")
  int callAtOne(AtOne f, int id);

  @SymbolName("call_two")
  int callOfTwo(OfTwo f, int a, int b);

  @SymbolName("call_none")
  int callOfNone(OfNone f, int a);

  @SymbolName("call_for_one")
  int callForOne(ForOne f, int id);

  @SymbolName("call_for_two")
  int callForTwo(ForTwo f, int a, int b);

  @SymbolName("call_for_single")
  double callForSingle(ForSingle f, double v);

  @SymbolName("call_for_none")
  int callForNone(ForNone f, int a);

  @SymbolName("call_uchar")
  int callOfUnsignedChar(OfUnsignedChar f, int v);

  @SymbolName("call_uchar")
  int callOfUnsignedCharAsInt(OfUnsignedCharAsInt f, int v);

  @SymbolName("call_ushort")
  int callOfUnsignedShort(OfUnsignedShort f, int v);

  @SymbolName("call_uint")
  long callOfUnsigned(OfUnsigned f, int v);

  @SymbolName("call_bool")
  int callOfBool(OfBool f, int v);

  @Override
  void close();
}
