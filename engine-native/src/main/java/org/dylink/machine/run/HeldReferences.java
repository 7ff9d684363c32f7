package org.dylink.machine.run;

import java.util.HashMap;
import java.util.Map;

/**
 * What is no function, and generated code of one thread may know, by what it knows it as. Which it
 * still knows, the thread's stack tells: each word there that looks like one of them is taken for
 * it.
 */
final class HeldReferences {
  // Seldom anything else: the address space of no system reaches up there.
  private static final long MARK = 0x7e5c_3d11_0000_0000L;
  private static final int FEW = 4096;

  private Map<Long, Object> held = new HashMap<>();
  private Map<Long, Object> kept = Map.of();
  private int many = FEW;
  private int last;

  /** Whether generated code is to be looked at, before it gets to know one more. */
  boolean areMany() {
    return held.size() >= many;
  }

  /** What generated code is to know an object as. */
  long reference(Object object) {
    long reference = MARK | Integer.toUnsignedLong(++last);
    held.put(reference, object);
    return reference;
  }

  static boolean isOne(long reference) {
    return (reference & MARK) == MARK;
  }

  Object get(long reference) {
    return held.get(reference);
  }

  /** Nothing of a guest runs in the thread. */
  void clear() {
    if (last != 0) {
      held = new HashMap<>();
      many = FEW;
      last = 0;
    }
  }

  /** Begins to look for those that are known. */
  void beginToKeep() {
    kept = new HashMap<>();
  }

  /** Keeps those that lie in memory. */
  void keep(long from, long to) {
    for (long at = from & -8L; at < to; at += 8) {
      long word = Raw.getLong(at);
      Object found = isOne(word) ? held.get(word) : null;
      if (found != null) {
        kept.put(word, found);
      }
    }
  }

  /** Forgets all others. */
  void forget() {
    held = kept;
    kept = Map.of();
    many = Math.max(FEW, 2 * held.size());
  }
}
