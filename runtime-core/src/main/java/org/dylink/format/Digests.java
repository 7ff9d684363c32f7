package org.dylink.format;

import java.lang.ref.WeakReference;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * SHA-256 of modules. One file may be read under several names, by several who need not trust each
 * other. A cold JVM takes ten times longer to compute a digest than to see that it has computed it
 * just now, of the same bytes.
 */
final class Digests {
  private static final int KEPT = 8;
  private static final Known[] LAST = new Known[KEPT]; // guarded by the class
  private static int next;

  private record Known(WeakReference<byte[]> bytes, String digest) {
    boolean isOf(byte[] other) {
      return Arrays.equals(bytes.get(), other);
    }
  }

  private Digests() {}

  /**
   * The digest in hexadecimal.
   *
   * @param bytes never change
   */
  static synchronized String of(byte[] bytes) {
    for (Known known : LAST) {
      if (known != null && known.isOf(bytes)) {
        return known.digest();
      }
    }
    String digest = sha256(bytes);
    LAST[next++ % KEPT] = new Known(new WeakReference<>(bytes), digest);
    return digest;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("BUG: every Java platform has SHA-256", e);
    }
  }
}
