package org.dylink.machine.run;

import java.util.Deque;

/** Something that generated code finds by an address. */
interface Addressed {
  /** Tells where it lies. */
  void addTo(AddressRanges<Addressed> places);

  /** Adds those whose code is run next where this one's is, by a call or in its place. */
  void addNext(Deque<Addressed> others);
}
