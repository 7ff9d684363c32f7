package org.dylink.linker.link.snapshot;

import java.util.List;
import java.util.Optional;
import org.dylink.engine.Engine;
import org.dylink.engine.MemoryImage;
import org.dylink.linker.DataRegion;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Snapshot;
import org.dylink.linker.TableRegion;

/**
 * A program's state.
 *
 * @param places in load order, main first
 * @param memory what it held
 * @param guard what of it each program must have of its own
 * @param tableSize the table's size
 * @param table what of it is not null
 */
record TakenSnapshot(
    LinkRequest request,
    Engine engine,
    DataRegion stack,
    Bindings bindings,
    List<PlaceState> places,
    MemoryImage memory,
    Optional<StackGuard> guard,
    int tableSize,
    List<SlotState> table,
    List<DataRegion> freeData,
    List<TableRegion> freeSlots)
    implements Snapshot {

  @Override
  public long bytes() {
    return memory.bytes();
  }
}
