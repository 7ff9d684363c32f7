package org.dylink.machine.run;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Functions that a table, a slot or a global no longer has. A guest may have read one just before,
 * or run its code: they are kept, with their instances and all that those import, until no thread's
 * stack has an address of theirs.
 *
 * <p>Stacks are looked at when there are many, or when Java outside of all guests has taken one
 * away, in a moment in which nobody runs generated code: what a thread had in a register lies on
 * its stack then. A word that only looks like an address keeps a function too long, and none too
 * short.
 */
final class Withdrawn {
  private static final int FEW = 64;

  private Set<NativeFunction> kept = Set.of(); // guarded by this
  private int many = FEW; // guarded by this

  /**
   * Keeps what its place has just lost, if generated code can call it: nobody finds it there now.
   */
  synchronized void keep(Object gone) {
    if (gone instanceof NativeFunction function) {
      kept = kept.isEmpty() ? new LinkedHashSet<>() : kept;
      kept.add(function);
      if (kept.size() >= many || !NativeThread.isCurrentInGuest()) {
        forgetUnknown();
      }
    }
  }

  private void forgetUnknown() {
    AddressRanges<NativeFunction> places = new AddressRanges<>();
    kept.forEach(each -> each.addPlaces(places));
    Set<NativeFunction> known = new LinkedHashSet<>();
    StandStill.during(
        () -> {
          for (NativeThread thread : NativeThread.all()) {
            thread.forEachWord(word -> known.addAll(places.at(word)));
          }
          return known;
        });
    kept = known;
    many = Math.max(FEW, 2 * known.size());
  }
}
