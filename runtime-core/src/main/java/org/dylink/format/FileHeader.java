package org.dylink.format;

import java.util.Arrays;
import java.util.HexFormat;

/** The first eight bytes of a module: magic number and version. */
final class FileHeader {
  static final int SIZE = 8;

  private static final byte[] MAGIC = {0, 'a', 's', 'm'};
  private static final byte[] VERSION = {1, 0, 0, 0};
  private static final byte[] COMPONENT = {0x0d, 0, 1, 0};
  private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};

  private FileHeader() {}

  static void check(String name, byte[] bytes) throws MalformedModuleException {
    if (bytes.length == 0) {
      throw new MalformedModuleException(name, "not a WebAssembly module: the file is empty");
    }
    if (!startsWith(bytes, 0, MAGIC)) {
      throw new MalformedModuleException(
          name, "not a WebAssembly module: starts with " + hex(bytes, 0, 4) + guess(bytes));
    }
    if (bytes.length < SIZE) {
      throw new MalformedModuleException(
          name, "not a WebAssembly module: ends after " + bytes.length + " bytes");
    }
    if (!startsWith(bytes, 4, VERSION)) {
      throw new MalformedModuleException(
          name,
          "expected a core module of version 01 00 00 00, found "
              + hex(bytes, 4, 8)
              + (startsWith(bytes, 4, COMPONENT) ? " (a component)" : ""));
    }
  }

  private static String guess(byte[] bytes) {
    if (startsWith(bytes, 0, ELF)) {
      return " (an ELF file)";
    }
    int shown = Math.min(bytes.length, 4);
    for (int i = 0; i < shown; i++) {
      boolean text = (bytes[i] >= ' ' && bytes[i] < 0x7f) || bytes[i] == '\n' || bytes[i] == '\r';
      if (!text) {
        return "";
      }
    }
    return " (a text file)";
  }

  private static boolean startsWith(byte[] bytes, int from, byte[] expected) {
    int to = from + expected.length;
    return bytes.length >= to && Arrays.equals(bytes, from, to, expected, 0, expected.length);
  }

  private static String hex(byte[] bytes, int from, int to) {
    return HexFormat.ofDelimiter(" ").formatHex(bytes, from, Math.min(to, bytes.length));
  }
}
