package org.dylink.binding.code;

/** An interface that knows nothing of our API: it can be loaded where that is not. */
public interface Adder {
  int add(int a, int b);
}
