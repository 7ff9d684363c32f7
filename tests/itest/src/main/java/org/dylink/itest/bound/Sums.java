package org.dylink.itest.bound;

import org.dylink.binding.In;
import org.dylink.binding.SizedBy;
import org.dylink.binding.SymbolName;
import org.dylink.binding.WasmLibrary;

/** Functions of libtour.so that can be called from another machine. */
@WasmLibrary("libtour.so")
public interface Sums extends AutoCloseable {
  int add(int a, int b);

  @SymbolName("sum_bytes")
  int sum(@In @SizedBy(1) byte[] bytes, int count);

  @Override
  void close();
}
