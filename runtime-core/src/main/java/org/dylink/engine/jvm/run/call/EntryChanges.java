package org.dylink.engine.jvm.run.call;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** Entries of many functions that change at once, so that each holder looks through its own once. */
final class EntryChanges {
  private final Map<EntryPoint, EntryPoint> changes = new IdentityHashMap<>();
  private final Set<EntryPoint.Holder> holders =
      Collections.newSetFromMap(new IdentityHashMap<>());

  /** Notes a change; the function has the new entry already. */
  void add(EntryPoint before, EntryPoint now, Set<EntryPoint.Holder> told) {
    if (before != now) {
      changes.put(before, now);
      holders.addAll(told);
    }
  }

  /** Puts the new entries in place with all that keep one. */
  void tellHolders() {
    holders.forEach(holder -> holder.replaceAll(changes));
  }
}
