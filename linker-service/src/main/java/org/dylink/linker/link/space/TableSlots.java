package org.dylink.linker.link.space;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.dylink.engine.Function;
import org.dylink.engine.FunctionSlot;
import org.dylink.engine.Table;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.TableRegion;
import org.dylink.linker.link.parts.Place;

/** The slots of a program's table: who has which, and which function has which. */
final class TableSlots {
  // Growing copies the table. A large one grows by more than is asked for, or a program that asks
  // for 100,000 addresses, one by one, would copy as many tables.
  private static final int LARGE = 1_024;

  private static final int SPARE = 8;

  private final Table table; // null for a plain program that exports none
  private final FreeList free = new FreeList();

  // One slot per function, however many libraries take its address: C compares function pointers,
  // and in wasm a function pointer is its table index.
  private final IdentityHashMap<Function, Integer> addresses =
      new IdentityHashMap<>(); // guarded by this

  /** An address that can be taken back. */
  private record Noted(Function function, int slot, Place owner) {}

  private Deque<Noted> noted; // guarded by this; null unless somebody may take addresses back

  // What slots hold while nobody has them: functions that trap and name a library that is gone.
  private final Map<Integer, Function> stale = new HashMap<>(); // guarded by this

  TableSlots(Table table) {
    this.table = table;
  }

  int size() {
    return table == null ? 0 : table.size();
  }

  /** Those that nobody has, lowest first. */
  List<TableRegion> free() {
    return free.ranges().stream().map(r -> new TableRegion(r[0], r[1])).toList();
  }

  /** See {@link AddressSpace#noteAddresses}. */
  synchronized void note(Place place) {
    for (int slot = (int) place.slots().first(); slot < place.slots().end(); slot++) {
      Function function = table.get(slot);
      boolean isImported = function instanceof FunctionSlot;
      if (function instanceof FunctionSlot imported && imported.current() != null) {
        function = imported.current();
        table.set(slot, function);
      }
      if (function != null && !(isImported && place.use().isLater())) {
        addresses.putIfAbsent(function, slot);
      }
    }
  }

  /** See {@link AddressSpace#addressOf}. */
  synchronized int addressOf(Function function, Place owner) throws LinkException {
    Integer known = addresses.get(function);
    if (known != null) {
      return known;
    }
    int slot = (int) take(function.name(), 1, 1);
    table.set(slot, function);
    addresses.put(function, slot);
    if (owner != null) {
      owner.slotsOnDemand().add(slot);
    }
    if (noted != null) {
      noted.push(new Noted(function, slot, owner));
    }
    return slot;
  }

  synchronized void beginNoting() {
    noted = new ArrayDeque<>();
  }

  synchronized void endNoting() {
    noted = null;
  }

  /** See {@link AddressSpace#forgetNoted}. */
  synchronized void forgetNoted() {
    for (Noted each : noted) {
      addresses.remove(each.function());
      table.set(each.slot(), stale.get(each.slot()));
      free.free(each.slot(), 1);
      if (each.owner() != null) {
        each.owner().slotsOnDemand().remove((Integer) each.slot());
      }
    }
    endNoting();
  }

  /** See {@link AddressSpace#standIn}. */
  synchronized void standIn(Function gone, Function standIn) {
    addresses.remove(gone);
    for (int slot = 0; slot < size(); slot++) {
      if (table.get(slot) == gone) {
        table.set(slot, standIn);
      }
    }
  }

  synchronized void giveBack(TableRegion region) {
    for (long slot = region.first(); slot < region.end(); slot++) {
      table.set((int) slot, stale.get((int) slot));
      free.free(slot, 1);
    }
  }

  /** See {@link AddressSpace#isAddress}. */
  synchronized boolean isAddress(int slot) {
    Function function = table.get(slot);
    return function != null && addresses.getOrDefault(function, -1) == slot;
  }

  /** See {@link AddressSpace#put}. */
  synchronized void put(int slot, Function function, boolean isAddress) {
    table.set(slot, function);
    if (isAddress) {
      addresses.put(function, slot);
    }
  }

  /** Leaves these free, and no others. */
  synchronized void setFree(List<TableRegion> unused) {
    free.clear();
    unused.forEach(region -> free.free(region.first(), region.size()));
  }

  /** See {@link AddressSpace#release(Function, Function)}. */
  synchronized void release(Function function, Function standIn) {
    Integer slot = addresses.remove(function);
    if (slot != null) {
      stale.put(slot, standIn);
      table.set(slot, standIn);
      free.free(slot, 1);
    }
  }

  /**
   * Takes empty ones.
   *
   * @return the first of them
   * @throws LinkException NO_SPACE if the table cannot grow
   */
  synchronized long take(String asker, long count, int alignment) throws LinkException {
    OptionalLong found = free.take(count, alignment);
    if (found.isEmpty()) {
      grow(asker, count + alignment - 1L);
      found = free.take(count, alignment);
    }
    long first = found.orElseThrow();
    for (long slot = first; slot < first + count; slot++) {
      table.set((int) slot, null);
    }
    return first;
  }

  /** Lets those of a library trap from now on, also while nobody has them. */
  synchronized void standIn(Place place, UnaryOperator<Function> standIn) {
    for (int slot : slotsOf(place)) {
      Function gone = table.get(slot);
      if (gone != null) {
        stale.put(slot, standIn.apply(gone));
      }
    }
  }

  /** Takes back those of a library. */
  synchronized void takeBack(Place place) {
    for (int slot : slotsOf(place)) {
      Function gone = table.get(slot);
      // It may hold another library's function, which has its address elsewhere.
      if (gone != null && addresses.getOrDefault(gone, 0) == slot) {
        addresses.remove(gone);
      }
      table.set(slot, stale.get(slot));
      free.free(slot, 1);
    }
    place.slotsOnDemand().clear();
  }

  /** Instances are refused a table below the minimum that they declare. */
  synchronized void growToMinimum(String library, long slots) throws LinkException {
    if (slots > size()) {
      grow(library, slots - size());
    }
  }

  private static List<Integer> slotsOf(Place place) {
    List<Integer> slots = new ArrayList<>(place.slotsOnDemand());
    for (long slot = place.slots().first(); slot < place.slots().end(); slot++) {
      slots.add((int) slot);
    }
    return slots;
  }

  private void grow(String asker, long slots) throws LinkException {
    if (size() > LARGE && slots < size() / SPARE && tryGrow(size() / SPARE)) {
      return;
    }
    if (!tryGrow(slots)) {
      String detail =
          "no room in the function table: needs " + slots + " slots, table has " + size();
      throw LinkException.of(Reason.NO_SPACE, asker, detail, null);
    }
  }

  private boolean tryGrow(long slots) {
    int old = table == null || slots > Integer.MAX_VALUE ? -1 : table.grow((int) slots);
    if (old >= 0) {
      free.free(old, slots);
    }
    return old >= 0;
  }
}
