package org.dylink.benchmarks;

import org.dylink.binding.In;
import org.dylink.binding.SymbolName;
import org.dylink.binding.WasmLibrary;

/** A function of java-binding/src/test/native/libtour.c, which adds two numbers. */
@WasmLibrary("libtour.so")
public interface Sum {
  int add(int a, int b);

  /** The same function, which looks at no byte: what is left is the passing of the array. */
  @SymbolName("add")
  int take(@In byte[] bytes, int b);

  /** The same in Java; HotSpot puts it in place of the call. */
  final class Inlined implements Sum {
    @Override
    public int add(int a, int b) {
      return a + b;
    }

    @Override
    public int take(byte[] bytes, int b) {
      return b;
    }
  }

  /**
   * The same in Java, which is called: as where an interface has several implementations. The
   * benchmark tells HotSpot so; JMH's annotation for it is not seen in a class without benchmarks.
   */
  final class Called implements Sum {
    @Override
    public int add(int a, int b) {
      return a + b;
    }

    @Override
    public int take(byte[] bytes, int b) {
      return b;
    }
  }
}
