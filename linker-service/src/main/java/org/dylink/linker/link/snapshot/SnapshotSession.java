package org.dylink.linker.link.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dylink.engine.Function;
import org.dylink.engine.Global;
import org.dylink.engine.Instance;
import org.dylink.engine.MemoryImage;
import org.dylink.engine.Table;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Snapshot;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.snapshot.PlaceState.TableState;
import org.dylink.linker.link.space.AddressSpace;

/**
 * Takes a snapshot, while no guest code runs. Functions are noted by library and index: where they
 * are in Java, only the program knows.
 */
public final class SnapshotSession {
  private final ProgramImage image;
  private final LinkRequest request;
  private final AddressSpace space;

  /**
   * Prepares a snapshot.
   *
   * @param image of a program that is linked
   */
  public SnapshotSession(ProgramImage image) {
    this(image, image.request());
  }

  /**
   * The same.
   *
   * @param request what it is to give out as the program's
   */
  SnapshotSession(ProgramImage image, LinkRequest request) {
    this.image = image;
    this.request = request;
    this.space = image.space();
  }

  /**
   * Takes it.
   *
   * @throws LinkException UNSUPPORTED if the program cannot be copied
   */
  public Snapshot take() throws LinkException {
    return taken();
  }

  TakenSnapshot taken() throws LinkException {
    SnapshotRules.check(image);
    try {
      List<PlaceState> places = new ArrayList<>();
      for (Place place : image.places()) {
        places.add(state(place));
      }
      return new TakenSnapshot(
          request,
          image.engine(),
          space.stack(),
          Optional.of(Bindings.of(image)),
          image.hosts().calls(),
          places,
          MemoryImage.of(space.memory()),
          space.tableSize(),
          space.table() == null ? List.of() : slots(space.table()),
          space.freeData(),
          space.freeSlots(),
          image.threads().lastNumber());
    } catch (UnsupportedOperationException e) {
      throw SnapshotRules.refusal(image, "engine " + image.engine().name() + ": " + e.getMessage());
    }
  }

  private PlaceState state(Place place) throws LinkException {
    Instance instance = ownInstance(image, place).orElseThrow();
    return new PlaceState(
        place.library(),
        place.data(),
        place.slots(),
        List.copyOf(place.slotsOnDemand()),
        instance.contents(),
        image.binder().variables(place, image.resolution()).stream().map(Global::get).toList(),
        ownTables(place, instance));
  }

  /** What the first thread has of a library, whose globals are its own. */
  static Optional<Instance> ownInstance(ProgramImage image, Place place) {
    return image.threads().areShared()
        ? image.threads().first().libraries().instance(place)
        : Optional.of(place.occupant().exports().instance());
  }

  private List<TableState> ownTables(Place place, Instance instance) throws LinkException {
    List<TableState> own = new ArrayList<>();
    for (int i = 0; i < place.module().tables().size(); i++) {
      Optional<Table> table = instance.tableAt(i).filter(each -> each != space.table());
      if (table.isPresent()) {
        own.add(new TableState(i, table.get().size(), slots(table.get())));
      }
    }
    return own;
  }

  private List<SlotState> slots(Table table) throws LinkException {
    List<SlotState> slots = new ArrayList<>();
    for (int slot = 0; slot < table.size(); slot++) {
      Function function = table.get(slot);
      if (function != null) {
        slots.add(state(slot, function, table == space.table() && space.isAddress(slot)));
      }
    }
    return slots;
  }

  private SlotState state(int slot, Function function, boolean isAddress) throws LinkException {
    int index = function.origin().map(Function.Origin::index).orElse(0);
    List<Place> places = image.places();
    for (int i = 0; function.origin().isPresent() && i < places.size(); i++) {
      if (isOf(places.get(i), function)) {
        return new SlotState(slot, i, index, isAddress);
      }
    }
    String what = "slot " + slot + " has a function of no library's: " + function.name();
    throw SnapshotRules.refusal(image, what);
  }

  private static boolean isOf(Place place, Function function) {
    Function.Origin origin = function.origin().orElseThrow();
    return origin.module() == place.occupant().compiled().module()
        && place.occupant().exports().instance().functionAt(origin.index()) == function;
  }
}
