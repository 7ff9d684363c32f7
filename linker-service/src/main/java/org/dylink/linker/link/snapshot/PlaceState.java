package org.dylink.linker.link.snapshot;

import java.util.List;
import org.dylink.engine.InstanceContents;
import org.dylink.linker.DataRegion;
import org.dylink.linker.Library;
import org.dylink.linker.TableRegion;
import org.dylink.linker.link.parts.Place;

/**
 * What one library has.
 *
 * @param slotsOnDemand its slots outside of its region
 * @param contents of its instance
 * @param variables the values of those that it imports, in their order
 * @param tables of its own, the program's left out, in their order
 */
record PlaceState(
    Library library,
    DataRegion data,
    TableRegion slots,
    List<Integer> slotsOnDemand,
    InstanceContents contents,
    List<Object> variables,
    List<TableState> tables) {

  /**
   * A table that a module defines for itself.
   *
   * @param index imports counted first
   */
  record TableState(int index, int size, List<SlotState> slots) {}

  /** Whether a library of another program stands where this one stood. */
  boolean isAt(Place place) {
    return place.library().equals(library)
        && place.data().equals(data)
        && place.slots().equals(slots);
  }
}
