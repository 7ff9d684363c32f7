package org.dylink.itest.bound;

import org.dylink.binding.In;
import org.dylink.binding.InOut;
import org.dylink.binding.Out;
import org.dylink.binding.SizedBy;
import org.dylink.binding.WasmLibrary;

/** A part of zlib.h. */
@WasmLibrary("libz.so")
public interface Zlib {
  int compress(
      @Out @SizedBy(1) byte[] dest, @InOut int[] destLen, @In @SizedBy(3) byte[] source, int size);

  int uncompress(
      @Out @SizedBy(1) byte[] dest, @InOut int[] destLen, @In @SizedBy(3) byte[] source, int size);

  String zlibVersion();
}
