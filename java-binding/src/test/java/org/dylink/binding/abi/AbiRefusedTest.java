package org.dylink.binding.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.dylink.binding.BindingException;
import org.dylink.binding.ByAddress;
import org.dylink.binding.InOut;
import org.dylink.binding.OrNull;
import org.dylink.binding.Out;
import org.dylink.binding.SymbolName;
import org.dylink.binding.Unsigned;
import org.dylink.binding.WasmLibrary;
import org.dylink.binding.abi.Rules.One;
import org.dylink.binding.abi.Rules.Single;
import org.dylink.binding.abi.Rules.Two;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.binding.testing.TestLinker;
import org.junit.jupiter.api.Test;

/** What cannot be right is refused when an interface is bound, all of it at once. */
class AbiRefusedTest {
  @WasmLibrary("librules.so")
  interface Wrong {
    @SymbolName("one_at")
    int a1(@OrNull One pointer);

    @SymbolName("single_at")
    double a2(Single pointer);

    @SymbolName("two_at")
    int a3(@InOut Two changed);

    @SymbolName("named_of")
    int a4(@Out String text);

    @SymbolName("of_uchar")
    int a5(@ByAddress int number);

    @SymbolName("of_uchar")
    int a6(@Unsigned(16) byte number);

    @SymbolName("mean")
    double a7(int count, @Unsigned float number);

    @SymbolName("mean")
    double a8(int count, float... rest);

    @SymbolName("sum")
    int a9(int count, short... rest);

    @SymbolName("lengths")
    int b1(int count, @Unsigned(8) int[] numbers);

    @SymbolName("make_one")
    @ByAddress
    int b2(int id);

    @SymbolName("to_uchar")
    @Unsigned(64)
    int b3(int v);

    @SymbolName("either")
    One b4(float real);

    @SymbolName("names")
    String[] b5(int count);

    @SymbolName("lengths")
    int b6(int count, List<Integer> texts);

    @SymbolName("lengths")
    int b7(int count, @Out List<String> texts);
  }

  interface WithStrings {
    int call(String[] texts);
  }

  interface ByAddressResult {
    @ByAddress
    One call(int id);
  }

  interface WideByte {
    int call(@Unsigned(32) byte v);
  }

  @WasmLibrary("librules.so")
  interface WrongCallbacks {
    @SymbolName("call_one")
    int a1(WithStrings f, int id);

    @SymbolName("call_one")
    int a2(ByAddressResult f, int id);

    @SymbolName("call_one")
    int a3(WideByte f, int id);
  }

  @Test
  void parametersAndResults() {
    assertEquals(
        """
        a1: parameter 0 (One): @OrNull is for pointers, and the struct is passed by value: @ByAddress\
         passes a pointer
        a2: signature mismatch: expected (f64) -> f64, the library has (i32) -> f64: parameter 0 is a\
         struct of one scalar, passed as that; @ByAddress passes its address
        a3: parameter 0 (Two): C's changes reach arrays and buffers alone: @Out and @InOut are not\
         for Two
        a4: parameter 0 (String): C's changes reach arrays and buffers alone: @Out and @InOut are not\
         for String
        a5: parameter 0 (int): @ByAddress is for records, not for int
        a6: parameter 0 (byte): @Unsigned(16) is not for byte
        a7: parameter 1 (float): @Unsigned is not for float
        a8: parameter 1 (float[]): C promotes variable arguments: Object... instead of float..., or\
         float[] for an array
        a9: parameter 1 (short[]): C promotes variable arguments: Object... instead of short..., or\
         short[] for an array
        b1: parameter 1 (int[]): @Unsigned(8) is not for int[]
        b2: result: @ByAddress is for records, not for int
        b3: result: @Unsigned(64) is not for int
        b4: signature mismatch: expected (f32) -> i32, the library has (i32, f32) -> ()
        b5: result: java.lang.String[] is no type of C's
        b6: parameter 1 (List): java.util.List: not a functional interface
        b7: parameter 1 (List): C's changes reach arrays and buffers alone: @Out and @InOut are not\
         for List""",
        problems(Wrong.class));
  }

  @Test
  void callbacks() {
    String name = AbiRefusedTest.class.getName();
    assertEquals(
        """
        a1: parameter 0 (WithStrings): %s$WithStrings.call: [Ljava.lang.String; cannot be the\
         parameter of a callback
        a2: parameter 0 (ByAddressResult): %s$ByAddressResult.call: result: @ByAddress: nobody would\
         free the struct: return a Pointer
        a3: parameter 0 (WideByte): %s$WideByte.call: parameter 0: @Unsigned(32) is not for byte"""
            .formatted(name, name, name),
        problems(WrongCallbacks.class));
  }

  private static String problems(Class<?> type) {
    BindingException refused =
        assertThrows(BindingException.class, () -> WasmBinder.bind(type, new TestLinker()));
    return String.join("\n", refused.problems());
  }
}
