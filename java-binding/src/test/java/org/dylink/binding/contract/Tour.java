package org.dylink.binding.contract;

import java.nio.ByteBuffer;
import java.util.function.IntBinaryOperator;
import org.dylink.binding.Callback;
import org.dylink.binding.In;
import org.dylink.binding.InOut;
import org.dylink.binding.Length;
import org.dylink.binding.OrNull;
import org.dylink.binding.Out;
import org.dylink.binding.Pointer;
import org.dylink.binding.SizedBy;
import org.dylink.binding.SymbolName;
import org.dylink.binding.WasmLibrary;

/** All that an interface can pass: {@code src/test/native/libtour.c}. */
@WasmLibrary("libtour.so")
public interface Tour extends AutoCloseable {
  /** A struct of two numbers, with padding between them. */
  record Point(int x, double y) {}

  /** A struct with all kinds of fields. */
  @SuppressWarnings("ArrayRecordComponent") // what C has
  record Named(
      @Length(8) String name, boolean flag, Point at, String note, @Length(3) short[] tail) {}

  /** A function that C calls. */
  @FunctionalInterface
  interface Binary {
    int apply(int a, int b);
  }

  /** Compares what two pointers point to. */
  @FunctionalInterface
  interface Compare {
    int compare(Pointer a, Pointer b);
  }

  /** A function with parameters of many types. */
  @FunctionalInterface
  interface Visitor {
    double visit(Point at, String name, boolean flag, long big, float small);
  }

  int add(int a, int b);

  @SymbolName("add_long")
  long add(long a, long b);

  float half(float a);

  double scale(double a, int b);

  boolean negate(boolean a);

  byte narrow(int a);

  char wide(int a);

  int length(@OrNull String text);

  String greeting(int which);

  @SymbolName("sum_bytes")
  int sum(@In @SizedBy(1) byte[] bytes, int count);

  @SymbolName("sum_bytes")
  int sum(@In @SizedBy(1) ByteBuffer bytes, int count);

  @SymbolName("fill_bytes")
  void fill(@Out @SizedBy(1) byte[] bytes, int count, int value);

  @SymbolName("fill_bytes")
  void fill(@Out @SizedBy(1) ByteBuffer bytes, int count, int value);

  @SymbolName("double_ints")
  void twice(@InOut int[] numbers, int count);

  double mean(@In double[] numbers, int count);

  void widen(@In short[] from, @Out long[] to, int count);

  @SymbolName("point_sum")
  double sum(Point point);

  @SymbolName("point_sum_at")
  double sum(Pointer point);

  Point swapped(Point point);

  void shift(@InOut @SizedBy(1) Point[] points, int count, int by);

  Named describe(Named named);

  @SymbolName("named_size")
  int namedSize();

  @SymbolName("note_length")
  int noteLength(Named named);

  int apply(@OrNull Binary function, int a, int b);

  @SymbolName("apply")
  int applyOperator(IntBinaryOperator function, int a, int b);

  void keep(Callback<Binary> function);

  @SymbolName("call_kept")
  int callKept(int a, int b);

  void sort(@InOut int[] numbers, int count, Compare compare);

  double visit(Visitor visitor);

  int deep(int levels, Binary function);

  int format(@Out @SizedBy(1) byte[] out, int size, String how, Object... rest);

  int count();

  @SymbolName("slow_count")
  int slowCount(int rounds);

  @SymbolName("number_at")
  Pointer numberAt(int i);

  int trap(int a);

  @SymbolName("use_after")
  int read(Pointer pointer);

  @Override
  void close();
}
