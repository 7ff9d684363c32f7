package org.dylink.engine.endive;

import java.util.Arrays;

/** Takes the start section out of a module that is known to be well-formed. */
final class StartSection {
  private static final int ID = 8;
  private static final int HEADER_BYTES = 8;

  private StartSection() {}

  static byte[] without(byte[] module) {
    byte[] rest = new byte[module.length];
    System.arraycopy(module, 0, rest, 0, HEADER_BYTES);
    int kept = HEADER_BYTES;
    for (int at = HEADER_BYTES; at < module.length; ) {
      int end = end(module, at);
      if (module[at] != ID) {
        System.arraycopy(module, at, rest, kept, end - at);
        kept += end - at;
      }
      at = end;
    }
    return Arrays.copyOf(rest, kept);
  }

  /** Where the section ends whose number stands at an offset; its size follows, in LEB128. */
  private static int end(byte[] module, int section) {
    int at = section + 1;
    int size = 0;
    for (int shift = 0; ; shift += 7) {
      int next = module[at++];
      size |= (next & 0x7f) << shift;
      if (next >= 0) {
        return at + size;
      }
    }
  }
}
