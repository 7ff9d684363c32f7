package org.dylink.itest.bound;

/** Of a library that consists of one function. */
public interface Answers {
  int answer();
}
