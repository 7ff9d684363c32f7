package org.dylink.fuzz;

import java.util.Arrays;
import java.util.function.Predicate;

/** Makes a list of choices shorter and simpler as long as the case still shows what it shows. */
final class Shrinker {
  private final Predicate<int[]> shows;
  private final long end;
  private int[] best;

  private Shrinker(int[] first, Predicate<int[]> shows, int seconds) {
    this.best = first;
    this.shows = shows;
    this.end = System.nanoTime() + seconds * 1_000_000_000L;
  }

  static int[] shrink(int[] choices, Predicate<int[]> shows, int seconds) {
    Shrinker shrinker = new Shrinker(choices, shows, seconds);
    shrinker.run();
    return shrinker.best;
  }

  private void run() {
    int before;
    do {
      before = best.length;
      for (int size = best.length / 2; size > 0; size /= 2) {
        removeChunks(size);
        zeroChunks(size);
      }
    } while (best.length < before && hasTime());
  }

  private void removeChunks(int size) {
    for (int at = best.length - size; at >= 0 && hasTime(); at -= size) {
      int[] shorter = new int[best.length - size];
      System.arraycopy(best, 0, shorter, 0, at);
      System.arraycopy(best, at + size, shorter, at, shorter.length - at);
      keepIfItShows(shorter);
      at = Math.min(at, best.length);
    }
  }

  private void zeroChunks(int size) {
    for (int at = 0; at + size <= best.length && hasTime(); at += size) {
      int[] simpler = best.clone();
      Arrays.fill(simpler, at, at + size, 0);
      if (!Arrays.equals(simpler, best)) {
        keepIfItShows(simpler);
      }
    }
  }

  private void keepIfItShows(int[] choices) {
    if (shows.test(choices)) {
      best = choices;
    }
  }

  private boolean hasTime() {
    return System.nanoTime() < end;
  }
}
