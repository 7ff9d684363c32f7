package org.dylink.itest.bound;

import org.dylink.binding.Callback;
import org.dylink.binding.In;
import org.dylink.binding.OrNull;
import org.dylink.binding.Out;
import org.dylink.binding.Pointer;
import org.dylink.binding.SizedBy;
import org.dylink.binding.SymbolName;
import org.dylink.binding.WasmLibrary;

/** Some functions of java-binding/src/test/native/libtour.c. */
@WasmLibrary("libtour.so")
public interface Tour extends AutoCloseable {
  /** A function that C calls. */
  @FunctionalInterface
  interface Binary {
    int apply(int a, int b);
  }

  int add(int a, int b);

  /** How often it was called in this memory. */
  int count();

  /** Counts too, and gives wrong answers to two threads at once. */
  @SymbolName("slow_count")
  int slowCount(int rounds);

  int length(String text);

  @SymbolName("sum_bytes")
  int sum(@In @SizedBy(1) byte[] bytes, int count);

  @SymbolName("fill_bytes")
  void fill(@Out @SizedBy(1) byte[] bytes, int count, int value);

  int apply(@OrNull Binary function, int a, int b);

  void keep(Callback<Binary> function);

  @SymbolName("number_at")
  Pointer numberAt(int i);

  int trap(int a);

  @Override
  void close();
}
