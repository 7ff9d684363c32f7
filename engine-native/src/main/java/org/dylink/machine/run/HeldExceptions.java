package org.dylink.machine.run;

import java.util.HashMap;
import java.util.Map;

/**
 * The exceptions that generated code of one thread may know, by what it knows them as. Which it
 * still knows, its stack tells: each word there that looks like one of them is taken for it.
 */
final class HeldExceptions {
  // Seldom anything else: the address space of no system reaches up there.
  private static final long MARK = 0x7e5c_3d11_0000_0000L;
  private static final int FEW = 4096;

  // Below the words that a call of Java gets lie registers that generated code has used.
  private static final int BELOW = 4096;

  private Map<Long, NativeException> held = new HashMap<>();
  private int many = FEW;
  private int last;

  /** What generated code is to know it as. */
  long reference(NativeException exception, long buffer, long stackBegin) {
    if (held.size() >= many) {
      prune(buffer - BELOW, stackBegin);
    }
    long reference = MARK | Integer.toUnsignedLong(++last);
    held.put(reference, exception);
    return reference;
  }

  /** The exception; null for what is none. */
  NativeException get(long reference) {
    return held.get(reference);
  }

  /** Nothing of a guest runs in the thread any more. */
  void clear() {
    if (last != 0) {
      held = new HashMap<>();
      many = FEW;
      last = 0;
    }
  }

  private void prune(long from, long to) {
    Map<Long, NativeException> known = new HashMap<>();
    for (long at = from & -8L; at < to; at += 8) {
      long word = Raw.getLong(at);
      NativeException found = (word & MARK) == MARK ? held.get(word) : null;
      if (found != null) {
        known.put(word, found);
      }
    }
    held = known;
    many = Math.max(FEW, 2 * known.size());
  }
}
