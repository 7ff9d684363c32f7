package org.dylink.machine.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Functions that a table, a slot or a global no longer has. A guest may have read one just before,
 * or run its code: they are kept, with the instances whose code that may go on in, until no
 * thread's stack has an address of theirs. A tail call leaves nothing of its caller there, so each
 * of these instances is looked for by itself.
 *
 * <p>Stacks are looked at when there are many, or when Java outside of all guests has taken one
 * away, in a moment in which nobody runs generated code: what a thread had in a register lies on
 * its stack then. A word that only looks like an address keeps a function too long, and none too
 * short.
 */
final class Withdrawn {
  private static final int FEW = 64;

  private Set<Addressed> kept = Set.of(); // guarded by this
  private int more; // guarded by this; since stacks were looked at
  private int many = FEW; // guarded by this

  /** Keeps what its place has just lost, if generated code can call it: nobody finds it there. */
  synchronized void keep(Object gone) {
    if (gone instanceof Addressed function) {
      kept = kept.isEmpty() ? new LinkedHashSet<>() : kept;
      add(function);
      if (++more >= many || !NativeThread.isCurrentInGuest()) {
        forgetUnknown();
      }
    }
  }

  // No recursion: how long the chains are, files decide.
  private void add(Addressed function) {
    Deque<Addressed> next = new ArrayDeque<>();
    next.add(function);
    while (!next.isEmpty()) {
      Addressed each = next.remove();
      if (kept.add(each)) {
        each.addNext(next);
      }
    }
  }

  private void forgetUnknown() {
    AddressRanges<Addressed> places = new AddressRanges<>();
    kept.forEach(each -> each.addTo(places));
    Set<Addressed> known = new LinkedHashSet<>();
    StandStill.during(
        () -> {
          for (NativeThread thread : NativeThread.all()) {
            thread.forEachWord(word -> known.addAll(places.at(word)));
          }
          return known;
        });
    kept = known;
    more = 0;
    many = Math.max(FEW, known.size());
  }
}
