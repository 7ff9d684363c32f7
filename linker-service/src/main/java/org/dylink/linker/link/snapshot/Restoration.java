package org.dylink.linker.link.snapshot;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dylink.engine.Engine;
import org.dylink.engine.Function;
import org.dylink.engine.Global;
import org.dylink.engine.Instance;
import org.dylink.engine.MemoryImage;
import org.dylink.engine.Table;
import org.dylink.engine.host.Granted;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Snapshot;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.parts.LinkState;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.resolve.Resolution;
import org.dylink.linker.link.snapshot.PlaceState.TableState;
import org.dylink.linker.link.space.AddressSpace;

/**
 * Makes the state of a new program that of a snapshot: in place of segments, relocations and
 * constructors. What the program has is linked as always, and must be what the snapshot was taken
 * of: other libraries, or libraries in other places, are refused.
 */
public final class Restoration {
  private final TakenSnapshot snapshot;
  private final Set<Granted> looked; // of the linker's own snapshots

  /**
   * Prepares it.
   *
   * @throws IllegalArgumentException if another linker's program is in the snapshot
   */
  public Restoration(Snapshot snapshot) {
    this(own(snapshot), Set.of());
  }

  /**
   * The same for one that the linker keeps.
   *
   * @param looked what its constructors have looked at
   */
  Restoration(TakenSnapshot snapshot, Set<Granted> looked) {
    this.snapshot = snapshot;
    this.looked = looked;
  }

  private static TakenSnapshot own(Snapshot snapshot) {
    if (snapshot instanceof TakenSnapshot own) {
      return own;
    }
    throw new IllegalArgumentException("expected a snapshot of this linker's, found " + snapshot);
  }

  /** Refuses to run it on another engine, in another environment or with other libraries. */
  public void checkParts(LinkRequest request, Engine engine, List<Place> places)
      throws LinkException {
    if (engine != snapshot.engine()) {
      String detail = "it runs on engine " + engine.name() + ", it was taken on ";
      throw refusal(request.main().name(), detail + snapshot.engine().name());
    }
    // wasi-libc has a constructor that reads it.
    if (!request.environment().equals(snapshot.request().environment())) {
      String detail = "it has another environment, and constructors may have read the first one";
      throw refusal(request.main().name(), detail);
    }
    if (places.size() != snapshot.places().size()) {
      String detail = "it has " + places.size() + " libraries, there were ";
      throw refusal(request.main().name(), detail + snapshot.places().size());
    }
    for (int i = 0; i < places.size(); i++) {
      if (!places.get(i).library().equals(snapshot.places().get(i).library())) {
        throw refusal(places.get(i).name(), "it is another library now");
      }
    }
  }

  /** Whether what the program is bound to is known before it is resolved. */
  public boolean isBound() {
    return snapshot.bindings().isPresent();
  }

  /**
   * Whether the host serves a program as it served the other one: by the same libraries, or, where
   * it is not known which those were, by some whose functions do no more than look.
   */
  public boolean hasSameHosts(ProgramImage image) {
    return snapshot.bindings().isPresent()
        ? snapshot.bindings().get().areOfHostsOf(image)
        : snapshot.calls().stream()
            .allMatch(call -> image.hosts().looksAt(call).filter(looked::containsAll).isPresent());
  }

  /** What its imports are bound to; empty if the host has other functions now. */
  public Optional<Resolution> resolution(ProgramImage image) {
    return snapshot.bindings().flatMap(bindings -> bindings.in(image));
  }

  /** What the program's memory begins with. */
  public MemoryImage memory() {
    return snapshot.memory();
  }

  /** Gives main what its instance had, before others are placed behind its data. */
  public void restoreMain(Place main) {
    restore(main, snapshot.places().get(0));
  }

  /**
   * Gives a program whose instances are made all that the other one had.
   *
   * @throws LinkException UNSUPPORTED if they are not in the same places
   */
  public void restore(ProgramImage image) throws LinkException {
    List<Place> places = image.places();
    checkPlaces(image);
    for (int i = 0; i < places.size(); i++) {
      if (places.get(i) != image.main() || places.get(i).occupant().isPositionIndependent()) {
        restore(places.get(i), snapshot.places().get(i));
      }
    }
    restoreSpace(image);
    for (int i = 0; i < places.size(); i++) {
      restoreRest(image, places.get(i), snapshot.places().get(i));
    }
    image.binder().keepOffsets();
    image.threads().numberAfter(snapshot.lastThread());
  }

  private void checkPlaces(ProgramImage image) throws LinkException {
    List<Place> places = image.places();
    for (int i = 0; i < places.size(); i++) {
      if (!snapshot.places().get(i).isAt(places.get(i))) {
        throw refusal(places.get(i).name(), "it would lie somewhere else");
      }
    }
    if (!image.space().stack().equals(snapshot.stack())) {
      throw refusal(image.main().name(), "the stack is of another size");
    }
  }

  private static void restore(Place place, PlaceState state) {
    place.occupant().exports().instance().restore(state.contents());
  }

  private void restoreSpace(ProgramImage image) throws LinkException {
    AddressSpace space = image.space();
    space.growLike(
        image.main().name(),
        snapshot.memory().pages(),
        snapshot.tableSize(),
        snapshot.freeData(),
        snapshot.freeSlots());
    if (!image.main().occupant().isPositionIndependent()) {
      snapshot.memory().writeTo(space.memory()); // else it was made so
    }
    StackGuard.of(image).ifPresent(guard -> guard.renew(space.memory()));
    for (SlotState slot : snapshot.table()) {
      space.put(slot.slot(), function(image, slot), slot.isAddress());
    }
  }

  private static void restoreRest(ProgramImage image, Place place, PlaceState state)
      throws LinkException {
    List<Global> variables = image.binder().variables(place, image.resolution());
    for (int i = 0; i < variables.size(); i++) {
      variables.get(i).set(state.variables().get(i));
    }
    state.tables().forEach(table -> restore(image, place, table));
    place.slotsOnDemand().addAll(state.slotsOnDemand());
    if (image.threads().areShared()) {
      image.arrival().noteTls(place);
    }
    place.occupant().enter(LinkState.CONSTRUCTED);
    image.request().trace().step(place.name(), "restored from a snapshot");
  }

  private static void restore(ProgramImage image, Place place, TableState state) {
    Instance instance = place.occupant().exports().instance();
    Table table = instance.tableAt(state.index()).orElseThrow();
    table.grow(state.size() - table.size());
    state.slots().forEach(slot -> table.set(slot.slot(), function(image, slot)));
  }

  private static Function function(ProgramImage image, SlotState slot) {
    Place place = image.places().get(slot.place());
    return place.occupant().exports().instance().functionAt(slot.function());
  }

  private static LinkException refusal(String library, String reason) {
    String detail = "does not begin from the snapshot: " + reason;
    return LinkException.of(Reason.UNSUPPORTED, library, detail, null);
  }
}
