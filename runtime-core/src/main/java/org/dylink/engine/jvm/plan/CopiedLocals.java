package org.dylink.engine.jvm.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.dylink.engine.jvm.code.Body;

/**
 * Chooses the locals of the frame of which the method that is left of a split function has copies
 * in variables. What it reads most is read in a loop around a switch, and waits for memory
 * otherwise; but each part that writes the local is followed by an instruction that copies it
 * again.
 */
final class CopiedLocals {
  /** So many times 8 bytes the method may grow. */
  private static final int MOST_REFRESHES = 64;

  private CopiedLocals() {}

  static BitSet choose(Body body, BodyFacts facts, SharedLocals locals, List<Part> parts) {
    BitSet chosen = new BitSet();
    // An exception may leave a part in the middle, and what it has written is in the frame alone.
    if (facts.hasHandlers()) {
      return chosen;
    }
    List<BitSet> changes = parts.stream().map(Part::changed).toList();
    int[] writers = new int[body.locals().length];
    changes.forEach(change -> change.stream().forEach(local -> writers[local]++));
    List<Integer> candidates = new ArrayList<>(locals.readOutside().stream().boxed().toList());
    candidates.sort(Comparator.comparingInt(local -> writers[local]));
    int refreshes = 0;
    for (int local : candidates) {
      refreshes += writers[local];
      if (refreshes <= MOST_REFRESHES) {
        chosen.set(local);
      }
    }
    return chosen;
  }
}
