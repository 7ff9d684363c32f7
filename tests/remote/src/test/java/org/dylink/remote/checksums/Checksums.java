package org.dylink.remote.checksums;

import java.io.Serializable;
import org.dylink.binding.In;
import org.dylink.binding.SizedBy;
import org.dylink.binding.SymbolName;
import org.dylink.binding.WasmLibrary;

/**
 * Functions of zlib, and two of the libc that it needs, whose parameters and results are values.
 */
@WasmLibrary("libz.so")
public interface Checksums extends AutoCloseable {
  int crc32(int crc, @In byte[] data, int length);

  int adler32(int adler, @In @SizedBy(2) byte[] data, int length);

  /** The checksum of two pieces, of those of each and the length of the second. */
  @SymbolName("crc32_combine64")
  int combine(int first, int second, long secondLength);

  String zlibVersion();

  @SymbolName("strlen")
  int length(String text);

  /** What a record is for C, and here something that can be sent. */
  record Quotient(int quotient, int remainder) implements Serializable {}

  @SymbolName("div")
  Quotient divide(int numerator, int denominator);

  /** Runs where the library is. */
  default String place(byte[] data) {
    return Integer.toHexString(crc32(0, data, data.length))
        + " in "
        + ProcessHandle.current().pid();
  }

  @Override
  void close();
}
