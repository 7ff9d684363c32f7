package org.dylink.linker;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How a program comes to need a library, main first: {@code app.wasm -> libpng.so -> libz.so}. Of a
 * long one the middle is left out: how long it is, files decide. Immutable.
 */
public final class Chain {
  private static final String ARROW = " -> ";
  private static final int MOST = 20;
  private static final int FIRST = MOST / 2;

  private final String name;
  private final Chain before;
  private final Chain start; // its first libraries, at most FIRST: no walk of all of it is needed
  private final int length;

  private Chain(String name, Chain before) {
    this.name = name;
    this.before = before;
    this.length = before == null ? 1 : before.length + 1;
    this.start = length <= FIRST ? this : before.start;
  }

  /** The chain of what nobody needs: main, or what the program's user names. */
  public static Chain of(String name) {
    return new Chain(name, null);
  }

  /** The chain of what the last library of this one needs. */
  public Chain to(String needed) {
    return new Chain(needed, this);
  }

  /** As messages have it. */
  @Override
  public String toString() {
    Deque<String> names = new ArrayDeque<>();
    Chain each = this;
    for (; each != start && names.size() < MOST - FIRST; each = each.before) {
      names.addFirst(each.name);
    }
    if (each != start && length > MOST) {
      names.addFirst("(" + (length - MOST) + " more)");
    }
    for (each = start; each != null; each = each.before) {
      names.addFirst(each.name);
    }
    return String.join(ARROW, names);
  }
}
