package org.dylink.binding.linear;

import static org.dylink.binding.linear.Step.Kind.PUT;

import java.util.Arrays;
import java.util.Locale;

/**
 * What a thread has done to a stack and a map: {@code struct step} of liblinear.c.
 *
 * @param key of the map
 * @param result what it gave; 0 for nothing
 * @param begun what the clock of all threads said before
 * @param ended what it said behind
 */
record Step(Kind kind, int key, int value, int result, int begun, int ended) {
  /** With its number in the C code. */
  enum Kind {
    PUSH(0),
    POP(1),
    PUSH_TORN(2),
    PUT(3),
    GET(4),
    REMOVE(5);

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }

    static Kind of(int code) {
      return Arrays.stream(values()).filter(kind -> kind.code == code).findAny().orElseThrow();
    }
  }

  /** Without a key or an argument. */
  static Step of(Kind kind, int value, int result, int begun, int ended) {
    return new Step(kind, 0, value, result, begun, ended);
  }

  boolean endsBefore(Step other) {
    return ended < other.begun;
  }

  @Override
  public String toString() {
    String name = kind.name().toLowerCase(Locale.ROOT);
    String arguments = kind.code < PUT.code ? "" + value : key + ", " + value;
    return begun + "-" + ended + " " + name + "(" + arguments + ") = " + result;
  }
}
