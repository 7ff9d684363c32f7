package org.dylink.machine.run;

import java.util.HashMap;
import java.util.Map;

/**
 * What generated code of one thread may know because Java has given it, by what it knows it as: a
 * function by its address, anything else by a number. Which it still knows, the thread's stack
 * tells: each word there that looks like one of them is taken for it.
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

  /** Holds a function that generated code is to know by its address. */
  void hold(long address, Object function) {
    held.put(address, function);
  }

  static boolean isOne(long reference) {
    return (reference & MARK) == MARK;
  }

  Object get(long reference) {
    return held.get(reference);
  }

  /** Nothing of a guest runs in the thread. */
  void clear() {
    if (!held.isEmpty()) {
      held = new HashMap<>();
      many = FEW;
      last = 0;
    }
  }

  /** Begins to look for those that are known. */
  void beginToKeep() {
    kept = new HashMap<>();
  }

  /** Keeps what a word stands for, if it does for anything. */
  void keep(long word) {
    Object found = held.get(word);
    if (found != null) {
      kept.put(word, found);
    }
  }

  /** Forgets all others. */
  void forget() {
    held = kept;
    kept = Map.of();
    many = Math.max(FEW, 2 * held.size());
  }
}
