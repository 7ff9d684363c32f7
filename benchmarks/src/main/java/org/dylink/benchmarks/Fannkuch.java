package org.dylink.benchmarks;

/** fannkuch.c in Java. */
final class Fannkuch {
  private Fannkuch() {}

  /** The sum of all flips with changing sign, and the most flips of any order. */
  static int flip(int n) {
    int[] order = new int[n];
    int[] turns = new int[n];
    int[] stack = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    int most = 0;
    int sum = 0;
    int sign = 1;
    do {
      int flips = flips(order, stack);
      most = Math.max(most, flips);
      sum += sign * flips;
      sign = -sign;
    } while (nextOrder(order, turns));
    return sum * 100 + most;
  }

  private static boolean nextOrder(int[] order, int[] turns) {
    for (int at = 1; at < order.length; at++) {
      rotateLeft(order, at);
      if (++turns[at] <= at) {
        return true;
      }
      turns[at] = 0;
    }
    return false;
  }

  private static void rotateLeft(int[] order, int last) {
    int first = order[0];
    for (int i = 0; i < last; i++) {
      order[i] = order[i + 1];
    }
    order[last] = first;
  }

  private static int flips(int[] order, int[] stack) {
    for (int i = 0; i < order.length; i++) {
      stack[i] = order[i];
    }
    int flips = 0;
    for (int first = stack[0]; first != 0; first = stack[0]) {
      for (int low = 0, high = first; low < high; low++, high--) {
        int swap = stack[low];
        stack[low] = stack[high];
        stack[high] = swap;
      }
      flips++;
    }
    return flips;
  }
}
