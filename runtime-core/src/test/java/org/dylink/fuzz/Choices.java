package org.dylink.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The choices that a generator makes, kept so that they can be made again, fewer or simpler ones. 0
 * is the simplest choice everywhere; it is what a list of choices goes on with after its end. So
 * any list gives a valid case, and a shorter list a smaller one.
 */
final class Choices {
  private final Random random; // null where the list is given
  private int[] made;
  private int count;

  private Choices(Random random, int[] made) {
    this.random = random;
    this.made = made;
  }

  static Choices random(long seed) {
    return new Choices(new Random(seed), new int[1_000]);
  }

  static Choices again(int[] made) {
    return new Choices(null, made);
  }

  /** A number from 0 to {@code bound - 1}. */
  int below(int bound) {
    if (random == null) {
      return count < made.length ? Math.floorMod(made[count++], bound) : 0;
    }
    if (count == made.length) {
      made = Arrays.copyOf(made, 2 * count);
    }
    made[count] = random.nextInt(bound);
    return made[count++];
  }

  /** True once in so many times. */
  boolean oneIn(int times) {
    return below(times) == times - 1;
  }

  <T> T of(List<T> things) {
    return things.get(below(things.size()));
  }

  /** Any bits. */
  int bits() {
    return below(0x10000) | below(0x10000) << 16;
  }

  /** The choices that were made so far. */
  int[] made() {
    return Arrays.copyOf(made, count);
  }
}
