package org.dylink.linker.link.snapshot;

import java.util.List;
import java.util.Optional;
import org.dylink.engine.Engine;
import org.dylink.engine.MemoryImage;
import org.dylink.linker.DataRegion;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Snapshot;
import org.dylink.linker.TableRegion;
import org.dylink.linker.link.host.HostCall;

/**
 * A program's state.
 *
 * @param bindings empty where that is to be found anew
 * @param calls what of the host the program had called
 * @param places in load order, main first
 * @param memory what it held
 * @param tableSize the table's size
 * @param table what of it is not null
 * @param lastThread the number that it had given to a thread last
 */
record TakenSnapshot(
    LinkRequest request,
    Engine engine,
    DataRegion stack,
    Optional<Bindings> bindings,
    List<HostCall> calls,
    List<PlaceState> places,
    MemoryImage memory,
    int tableSize,
    List<SlotState> table,
    List<DataRegion> freeData,
    List<TableRegion> freeSlots,
    int lastThread)
    implements Snapshot {

  @Override
  public long bytes() {
    return memory.bytes();
  }
}
