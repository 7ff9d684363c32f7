package org.dylink.benchmarks;

import java.util.Arrays;

/** sieve.c in Java. */
final class Sieve {
  private static final int LIMIT = 1_000_000;

  private Sieve() {}

  /** How many primes are below a million, that many times. */
  static int count(int times) {
    byte[] composite = new byte[LIMIT];
    int sum = 0;
    for (int i = 0; i < times; i++) {
      sum += countPrimes(composite);
    }
    return sum;
  }

  private static int countPrimes(byte[] composite) {
    Arrays.fill(composite, (byte) 0);
    int count = 0;
    for (int i = 2; i < LIMIT; i++) {
      if (composite[i] != 0) {
        continue;
      }
      count++;
      for (int j = 2 * i; j < LIMIT; j += i) {
        composite[j] = 1;
      }
    }
    return count;
  }
}
