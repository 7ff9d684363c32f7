package org.dylink.linker.link.parts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.dylink.format.WasmModule;
import org.dylink.linker.Chain;
import org.dylink.linker.DataRegion;
import org.dylink.linker.Library;
import org.dylink.linker.LoadedLibrary;
import org.dylink.linker.TableRegion;

/**
 * A library's place in a program: its parts of memory and table, where its imports are searched,
 * what it needs, and why it stays. Who stands in it is the {@link Occupant}.
 */
public final class Place {
  private volatile Occupant occupant; // changed by a replacement while others read it
  private final Chain chain;
  private final List<Place> dependencies = new ArrayList<>();
  private final PlaceUse use = new PlaceUse();
  private final List<Integer> slotsOnDemand = new ArrayList<>();
  private final List<DataRegion> leftBehind = new ArrayList<>();
  private SymbolScope scope;
  private DataRegion data = new DataRegion(0, 0);
  private TableRegion slots = new TableRegion(0, 0);

  /**
   * @param neededBy who asked for it first; null for main and preloads
   */
  public Place(Library library, Place neededBy) {
    this.occupant = new Occupant(library);
    this.chain = neededBy == null ? Chain.of(library.name()) : neededBy.chain.to(library.name());
  }

  public Occupant occupant() {
    return occupant;
  }

  /**
   * Lets another one stand here; what the place has stays.
   *
   * @return who stood here
   */
  public Occupant exchange(Occupant next) {
    Occupant before = occupant;
    occupant = next;
    return before;
  }

  public Library library() {
    return occupant.library();
  }

  public WasmModule module() {
    return occupant.module();
  }

  public String name() {
    return library().name();
  }

  /** Who needs it, main first: {@code app.wasm -> libpng.so -> libz.so}. */
  public Chain chain() {
    return chain;
  }

  /** What it needs itself, in the order of the file. */
  public List<Place> dependencies() {
    return dependencies;
  }

  /** This library and all that it needs, directly or not, breadth first. */
  public List<Place> withDependencies() {
    List<Place> all = new ArrayList<>(List.of(this));
    Set<Place> known = Collections.newSetFromMap(new IdentityHashMap<>());
    known.add(this);
    for (int i = 0; i < all.size(); i++) {
      all.get(i).dependencies.stream().filter(known::add).forEach(all::add);
    }
    return all;
  }

  /** Where its imports are searched. */
  public SymbolScope scope() {
    return scope;
  }

  public void setScope(SymbolScope symbolScope) {
    scope = symbolScope;
  }

  /** Why it stays. */
  public PlaceUse use() {
    return use;
  }

  public DataRegion data() {
    return data;
  }

  public TableRegion slots() {
    return slots;
  }

  /** Gives it its parts of memory and table. */
  public void put(DataRegion dataRegion, TableRegion tableRegion) {
    data = dataRegion;
    slots = tableRegion;
  }

  /**
   * Slots of its functions that lie outside of its region: their addresses were asked for later.
   */
  public List<Integer> slotsOnDemand() {
    return slotsOnDemand;
  }

  /** Data of libraries that stood here: others may still point into it. It goes with the place. */
  public List<DataRegion> leftBehind() {
    return leftBehind;
  }

  /** Whether a function's address is its own. */
  public boolean hasSlot(long slot) {
    boolean isInside = slot >= slots.first() && slot < slots.end();
    return isInside || slotsOnDemand.stream().anyMatch(own -> own == slot);
  }

  /** What the link map tells of it. */
  public LoadedLibrary snapshot() {
    return new LoadedLibrary(library(), data, slots);
  }

  @Override
  public String toString() {
    return name();
  }
}
