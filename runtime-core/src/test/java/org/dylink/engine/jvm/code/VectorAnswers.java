package org.dylink.engine.jvm.code;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** A digest of what each instruction has answered. */
final class VectorAnswers {
  private static final String MAY_BE_ANY_NAN =
      "f(32x4|64x2)\\.(relaxed_.*|add|sub|mul|div|sqrt|min|max|ceil|floor|trunc|nearest|demote.*"
          + "|promote.*)";
  private static final int QUIET = 0x0040_0000;
  private static final long QUIET_LONG = 0x0008_0000_0000_0000L;

  private final Map<String, MessageDigest> digests = new TreeMap<>();

  void add(Opcode opcode, byte[] answers) {
    String name = opcode.text();
    if (name.matches(MAY_BE_ANY_NAN)) {
      canonicalize(answers, name.startsWith("f32") ? Float.BYTES : Double.BYTES);
    }
    digests.computeIfAbsent(name, each -> sha256()).update(answers);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** Makes one of all quiet NaNs; one that is not quiet must not come out, and stays. */
  private static void canonicalize(byte[] answers, int width) {
    ByteBuffer lanes = ByteBuffer.wrap(answers).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < answers.length; at += width) {
      if (width == Float.BYTES) {
        int bits = lanes.getInt(at);
        boolean isQuiet = Float.isNaN(Float.intBitsToFloat(bits)) && (bits & QUIET) != 0;
        lanes.putInt(at, isQuiet ? 0x7fc0_0000 : bits);
      } else {
        long bits = lanes.getLong(at);
        boolean isQuiet = Double.isNaN(Double.longBitsToDouble(bits)) && (bits & QUIET_LONG) != 0;
        lanes.putLong(at, isQuiet ? 0x7ff8_0000_0000_0000L : bits);
      }
    }
  }

  /** By the instructions' names; nothing may be added any more. */
  Map<String, String> hex() {
    Map<String, String> hex = new TreeMap<>();
    digests.forEach(
        (name, digest) ->
            hex.put(name, HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), Long.BYTES))));
    return hex;
  }
}
