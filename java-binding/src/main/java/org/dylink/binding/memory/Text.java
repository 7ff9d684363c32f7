package org.dylink.binding.memory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.dylink.engine.Memory;

/** Strings of C: UTF-8 with a NUL behind. */
public final class Text {
  private static final int CHUNK = 64;

  private Text() {}

  /** The bytes of a string without its NUL, or null if there is a NUL inside. */
  public static byte[] bytes(String text) {
    return text.indexOf(0) >= 0 ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  public static void write(Memory memory, int address, byte[] bytes) {
    memory.write(address, bytes, 0, bytes.length);
    memory.writeByte(address + bytes.length, (byte) 0);
  }

  /**
   * Reads up to the NUL.
   *
   * @param limit bytes that may be looked at
   * @return null if there is no NUL among them
   */
  public static String read(Memory memory, int address, long limit) {
    byte[] bytes = new byte[(int) Math.min(CHUNK, limit)];
    int known = 0;
    while (known < limit) {
      int more = (int) Math.min(bytes.length, limit) - known;
      memory.read(address + known, bytes, known, more);
      int end = endIn(bytes, known, known + more);
      if (end >= 0) {
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
      }
      known += more;
      bytes = Arrays.copyOf(bytes, (int) Math.min(2L * bytes.length, limit));
    }
    return null;
  }

  private static int endIn(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if (bytes[at] == 0) {
        return at;
      }
    }
    return -1;
  }
}
