package org.dylink.itest.bound;

import org.dylink.binding.WasmLibrary;

/** What libtour.so does not have, or has in another way. */
@WasmLibrary("libtour.so")
public interface Unfit {
  int add(int a, int b);

  int subtract(int a, int b);

  long scale(int a, long b);
}
