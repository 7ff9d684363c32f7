package org.dylink.wasi;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/** A program's random bytes. Its threads share them. */
final class RandomBytes {
  private static final int MOST_TOLD = 16;

  private SecureRandom source; // guarded by this; null until the first are asked for
  private byte[] given = {}; // guarded by this; null once they are more than can be told

  /** Fills a part of an array. */
  synchronized void next(byte[] to, int size) {
    source().nextBytes(to);
    note(to, size);
  }

  // Made at the first use: its providers take long to load, and most programs need none.
  private SecureRandom source() {
    source = source == null ? new SecureRandom() : source;
    return source;
  }

  private void note(byte[] bytes, int size) {
    if (given != null && given.length + size <= MOST_TOLD) {
      int before = given.length;
      given = Arrays.copyOf(given, before + size);
      System.arraycopy(bytes, 0, given, before, size);
    } else {
      given = null;
    }
  }

  /** All that were given, in their order; empty if they are more than 16. */
  synchronized Optional<byte[]> given() {
    return Optional.ofNullable(given).map(byte[]::clone);
  }
}
