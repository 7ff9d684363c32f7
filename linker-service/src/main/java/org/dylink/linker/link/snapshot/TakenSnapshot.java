package org.dylink.linker.link.snapshot;

import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.linker.DataRegion;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Snapshot;
import org.dylink.linker.TableRegion;

/**
 * A program's state.
 *
 * @param places in load order, main first
 * @param pages the memory's size
 * @param memory what of it is not zero
 * @param tableSize the table's size
 * @param table what of it is not null
 */
record TakenSnapshot(
    LinkRequest request,
    Engine engine,
    DataRegion stack,
    Bindings bindings,
    List<PlaceState> places,
    long pages,
    List<MemoryPart> memory,
    int tableSize,
    List<SlotState> table,
    List<DataRegion> freeData,
    List<TableRegion> freeSlots)
    implements Snapshot {

  @Override
  public long bytes() {
    return memory.stream().mapToLong(part -> part.bytes().length).sum();
  }
}
