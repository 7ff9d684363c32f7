package org.dylink.benchmarks;

import org.dylink.binding.In;
import org.dylink.binding.InOut;
import org.dylink.binding.Out;
import org.dylink.binding.WasmLibrary;

/** A part of zlib.h. */
@WasmLibrary("libz.so")
public interface Zlib extends AutoCloseable {
  int compress(@Out byte[] dest, @InOut int[] destLen, @In byte[] source, int size);

  int uncompress(@Out byte[] dest, @InOut int[] destLen, @In byte[] source, int size);

  String zlibVersion();

  @Override
  void close();
}
