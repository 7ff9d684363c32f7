package org.dylink.machine.run;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Things that generated code names by a number, as long as somebody else has them. */
final class Numbered<T> {
  private final Deque<Integer> free = new ArrayDeque<>(); // guarded by this
  private volatile WeakReference<?>[] all = new WeakReference<?>[64];
  private int count; // guarded by this

  synchronized int add(T thing) {
    int number = free.isEmpty() ? count++ : free.pop();
    if (number >= all.length) {
      all = Arrays.copyOf(all, 2 * number);
    }
    all[number] = new WeakReference<>(thing);
    Pages.CLEANER.register(thing, () -> release(number));
    return number;
  }

  private synchronized void release(int number) {
    free.push(number);
  }

  @SuppressWarnings("unchecked")
  T get(long number) {
    return (T) all[(int) number].get();
  }
}
