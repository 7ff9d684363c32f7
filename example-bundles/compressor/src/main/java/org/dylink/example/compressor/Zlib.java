package org.dylink.example.compressor;

import org.dylink.binding.In;
import org.dylink.binding.InOut;
import org.dylink.binding.Out;
import org.dylink.binding.SizedBy;
import org.dylink.binding.SymbolName;
import org.dylink.binding.WasmLibrary;

/** A part of zlib.h. C's unsigned long has 32 bits here. */
@WasmLibrary("libz.so")
public interface Zlib {
  int OK = 0;

  @SymbolName("zlibVersion")
  String version();

  /** How many bytes {@link #compress} needs at most. */
  @SymbolName("compressBound")
  int bound(int sourceSize);

  /**
   * Compresses.
   *
   * @param targetSize one number: how many bytes there are, and afterwards how many were written
   * @param level 0 to 9, -1 for zlib's choice
   * @return {@link #OK}, or what went wrong
   */
  @SymbolName("compress2")
  int compress(
      @Out @SizedBy(1) byte[] target,
      @InOut int[] targetSize,
      @In @SizedBy(3) byte[] source,
      int sourceSize,
      int level);

  /**
   * Makes of it again what it was.
   *
   * @param targetSize one number: how many bytes there are, and afterwards how many were written
   * @return {@link #OK}, or what went wrong
   */
  @SymbolName("uncompress")
  int decompress(
      @Out @SizedBy(1) byte[] target,
      @InOut int[] targetSize,
      @In @SizedBy(3) byte[] source,
      int sourceSize);
}
