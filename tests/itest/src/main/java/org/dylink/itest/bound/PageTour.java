package org.dylink.itest.bound;

import java.util.function.IntBinaryOperator;
import org.dylink.binding.Callback;
import org.dylink.binding.InOut;
import org.dylink.binding.Length;
import org.dylink.binding.Out;
import org.dylink.binding.Pointer;
import org.dylink.binding.SizedBy;
import org.dylink.binding.SymbolName;
import org.dylink.binding.WasmLibrary;

/** What docs/java.md shows, of java-binding/src/test/native/libtour.c. */
@WasmLibrary("libtour.so")
@SuppressWarnings("ArrayRecordComponent") // what C has
public interface PageTour {
  // docs/java.md: structs
  /** struct named { char name[8]; bool flag; struct point at; const char *note; short tail[3]; } */
  record Named(
      @Length(8) String name, boolean flag, Point at, String note, @Length(3) short[] tail) {}

  /** struct point { int x; double y; } */
  record Point(int x, double y) {}

  /** struct named describe(const struct named *n) */
  Named describe(Named named);

  /** void shift(struct point *points, int count, int by) */
  void shift(@InOut @SizedBy(1) Point[] points, int count, int by);

  // docs/java.md: end

  // docs/java.md: lambda
  /** void sort(int *numbers, int count, int (*compare)(const void *, const void *)) */
  void sort(@InOut int[] numbers, int count, Compare compare);

  /** A functional interface; those of the JDK will do where their types do. */
  interface Compare {
    int compare(Pointer a, Pointer b);
  }

  // docs/java.md: end

  // docs/java.md: handle
  /** void keep(int (*f)(int, int)) */
  void keep(Callback<IntBinaryOperator> function);

  // docs/java.md: end

  // docs/java.md: varargs
  /** int format(char *out, int size, const char *how, ...) */
  int format(@Out @SizedBy(1) byte[] out, int size, String how, Object... rest);

  // docs/java.md: end

  @SymbolName("call_kept")
  int callKept(int a, int b);

  @SymbolName("number_at")
  Pointer numberAt(int i);
}
