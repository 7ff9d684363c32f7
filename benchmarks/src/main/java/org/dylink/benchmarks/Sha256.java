package org.dylink.benchmarks;

/** sha256.c in Java: the JDK's own would be an intrinsic. */
final class Sha256 {
  private static final int BLOCK = 64;
  private static final byte[] BUFFER = buffer();

  private final int[] k = new int[64];
  private final int[] h = new int[8];

  private static byte[] buffer() {
    byte[] buffer = new byte[64 * 1024];
    for (int i = 0; i < buffer.length; i++) {
      buffer[i] = (byte) (i * 7 + i / 251);
    }
    return buffer;
  }

  /** The first word of the hash of that many KiB. */
  int hash(int kilobytes) {
    reset();
    for (int i = 0; i < kilobytes; i++) {
      hash(BUFFER, i % (BUFFER.length / 1024) * 1024, 1024);
    }
    byte[] end = new byte[BLOCK];
    end[0] = (byte) 0x80;
    long bits = kilobytes * 8192L;
    for (int i = 0; i < 8; i++) {
      end[BLOCK - 1 - i] = (byte) (bits >>> (8 * i));
    }
    hash(end, 0, BLOCK);
    return h[0];
  }

  private void reset() {
    for (int n = 0, candidate = 2; n < 64; candidate++) {
      if (!isPrime(candidate)) {
        continue;
      }
      if (n < 8) {
        h[n] = fraction(Math.sqrt(candidate));
      }
      k[n++] = fraction(Math.cbrt(candidate));
    }
  }

  private static boolean isPrime(int candidate) {
    for (int d = 2; d * d <= candidate; d++) {
      if (candidate % d == 0) {
        return false;
      }
    }
    return true;
  }

  private static int fraction(double root) {
    return (int) (long) ((root - Math.floor(root)) * 0x1p32);
  }

  private void hash(byte[] bytes, int from, int length) {
    for (int at = 0; at + BLOCK <= length; at += BLOCK) {
      hashBlock(bytes, from + at);
    }
  }

  private void hashBlock(byte[] bytes, int at) {
    int[] w = new int[64];
    for (int i = 0; i < 16; i++) {
      w[i] = word(bytes, at + i * 4);
    }
    for (int i = 16; i < 64; i++) {
      int s0 = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ (w[i - 15] >>> 3);
      int s1 = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ (w[i - 2] >>> 10);
      w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    mix(w);
  }

  private void mix(int[] w) {
    int a = h[0];
    int b = h[1];
    int c = h[2];
    int d = h[3];
    int e = h[4];
    int f = h[5];
    int g = h[6];
    int last = h[7];
    for (int i = 0; i < 64; i++) {
      int s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
      int t1 = last + s1 + ((e & f) ^ (~e & g)) + k[i] + w[i];
      int s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
      int t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
      last = g;
      g = f;
      f = e;
      e = d + t1;
      d = c;
      c = b;
      b = a;
      a = t1 + t2;
    }
    h[0] += a;
    h[1] += b;
    h[2] += c;
    h[3] += d;
    h[4] += e;
    h[5] += f;
    h[6] += g;
    h[7] += last;
  }

  private static int word(byte[] bytes, int at) {
    return (bytes[at] << 24)
        | ((bytes[at + 1] & 0xff) << 16)
        | ((bytes[at + 2] & 0xff) << 8)
        | (bytes[at + 3] & 0xff);
  }

  private static int rotate(int x, int by) {
    return Integer.rotateRight(x, by);
  }
}
