package org.dylink.linker.link.space;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.dylink.engine.Function;
import org.dylink.engine.FunctionSlot;
import org.dylink.engine.Global;
import org.dylink.engine.Memory;
import org.dylink.engine.Table;
import org.dylink.format.Limits;
import org.dylink.format.MemoryInfo;
import org.dylink.format.MemoryType;
import org.dylink.linker.DataRegion;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.TableRegion;
import org.dylink.linker.link.parts.Place;

/** A program's memory, function table and stack pointer, and which function has which address. */
public final class AddressSpace {
  private static final int OWN_ALIGNMENT = 16;

  private final Memory memory;
  private final Table table;
  private final Global stackPointer;
  private final DataRegion stack;
  private final long heapBase;
  private final long heapEnd;

  private final FreeList freeData = new FreeList();
  private final FreeList freeSlots = new FreeList();

  // One slot per function, however many libraries take its address: C compares function pointers,
  // and in wasm a function pointer is its table index.
  private final IdentityHashMap<Function, Integer> addresses = new IdentityHashMap<>();

  // What slots hold while nobody has them: functions that trap and name a library that is gone.
  private final Map<Integer, Function> stale = new HashMap<>();

  /**
   * @param table null for a plain program that exports none
   * @param stackPointer null for a plain program that exports none
   */
  AddressSpace(Memory memory, Table table, Global stackPointer, DataRegion stack, long heapBase) {
    this.memory = memory;
    this.table = table;
    this.stackPointer = stackPointer;
    this.stack = stack;
    this.heapBase = heapBase;
    this.heapEnd = memory.pages() * MemoryType.PAGE_SIZE;
  }

  public Memory memory() {
    return memory;
  }

  public Table table() {
    return table;
  }

  public Global stackPointer() {
    return stackPointer;
  }

  public DataRegion stack() {
    return stack;
  }

  public long heapBase() {
    return heapBase;
  }

  /**
   * Where the heap ends at first; behind it, memory belongs to whoever has grown it. So this stays
   * as it is: a malloc that is opened later must not take the data of libraries for its heap.
   */
  public long heapEnd() {
    return heapEnd;
  }

  public int tableSize() {
    return table == null ? 0 : table.size();
  }

  /**
   * Notes the addresses of the functions in a region. Where several regions hold one function, the
   * first noted address is the function's. An imported function in a region, as non-PIC code has
   * it, is replaced by what it is bound to; a library that may go again gives it no address.
   */
  public void noteAddresses(Place place) {
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

  /**
   * The address of a function; it gets a slot now if it has none.
   *
   * @param owner the library that defines it, and takes the slot along when it goes; null for the
   *     host's functions, which stay
   * @throws LinkException NO_SPACE if the table cannot grow
   */
  public int addressOf(Function function, Place owner) throws LinkException {
    Integer known = addresses.get(function);
    if (known != null) {
      return known;
    }
    int slot = (int) takeSlots(function.name(), 1, 1);
    table.set(slot, function);
    addresses.put(function, slot);
    if (owner != null) {
      owner.slotsOnDemand().add(slot);
    }
    return slot;
  }

  /**
   * Takes back the slot of a function of the host's. It traps until another function gets it.
   *
   * @param standIn the function that traps
   */
  public void release(Function function, Function standIn) {
    Integer slot = addresses.remove(function);
    if (slot != null) {
      stale.put(slot, standIn);
      table.set(slot, standIn);
      freeSlots.free(slot, 1);
    }
  }

  /**
   * Gives a library that is opened later a zeroed region and slots.
   *
   * @throws LinkException NO_SPACE; nothing is reserved then, though the memory may have grown
   */
  public void reserve(Place place) throws LinkException {
    checkMaximum(place);
    MemoryInfo info = place.occupant().memoryInfo();
    growToMinimum(place);
    DataRegion data = takeData(place.name(), info);
    try {
      long first = takeSlots(place.name(), info.tableSize(), info.tableAlignment());
      place.put(data, new TableRegion(first, info.tableSize()));
    } catch (LinkException e) {
      freeData.free(data.address(), data.size());
      throw e;
    }
  }

  /**
   * Takes back what a library had. Its slots trap until others use them; its data stays until then,
   * because it may be running.
   *
   * @param standIn makes the function that stands in for one that is gone
   */
  public void release(Place place, UnaryOperator<Function> standIn) {
    for (int slot : slotsOf(place)) {
      Function gone = table.get(slot);
      if (gone != null) {
        stale.put(slot, standIn.apply(gone));
      }
    }
    takeBack(place);
  }

  /** Takes back what a library had that could not be opened: memory and slots are as before. */
  public void rollBack(Place place) {
    clear(place.data());
    takeBack(place);
  }

  /** Parts of the memory that unloaded libraries have left, lowest first. */
  public List<DataRegion> freeData() {
    return freeData.ranges().stream().map(r -> new DataRegion(r[0], r[1])).toList();
  }

  /** Slots that unloaded libraries have left, lowest first. */
  public List<TableRegion> freeSlots() {
    return freeSlots.ranges().stream().map(r -> new TableRegion(r[0], r[1])).toList();
  }

  private void takeBack(Place place) {
    freeData.free(place.data().address(), place.data().size());
    for (int slot : slotsOf(place)) {
      Function gone = table.get(slot);
      // It may hold another library's function, which has its address elsewhere.
      if (gone != null && addresses.getOrDefault(gone, 0) == slot) {
        addresses.remove(gone);
      }
      table.set(slot, stale.get(slot));
      freeSlots.free(slot, 1);
    }
    place.slotsOnDemand().clear();
    place.put(new DataRegion(0, 0), new TableRegion(0, 0));
  }

  private static List<Integer> slotsOf(Place place) {
    List<Integer> slots = new ArrayList<>(place.slotsOnDemand());
    for (long slot = place.slots().first(); slot < place.slots().end(); slot++) {
      slots.add((int) slot);
    }
    return slots;
  }

  /**
   * Takes zeroed memory for the linker's own use, for as long as the program lives.
   *
   * @throws LinkException NO_SPACE
   */
  public DataRegion reserve(String asker, long size) throws LinkException {
    return takeData(asker, new MemoryInfo(size, OWN_ALIGNMENT, 0, 1));
  }

  private DataRegion takeData(String library, MemoryInfo info) throws LinkException {
    int alignment = info.memoryAlignment();
    OptionalLong free = freeData.take(info.memorySize(), alignment);
    if (free.isEmpty()) {
      growFor(library, info);
      free = freeData.take(info.memorySize(), alignment);
    }
    DataRegion region = new DataRegion(free.orElseThrow(), info.memorySize());
    // Whoever had it before has left bytes behind, and C expects zeroes in its bss.
    clear(region);
    return region;
  }

  private void clear(DataRegion region) {
    memory.fill(region.address(), (byte) 0, region.size());
  }

  /**
   * Refuses a library that came too late to have a say in how far the memory may grow, and counts
   * on less: what it imports would not be of the type that it names.
   */
  void checkMaximum(Place place) throws LinkException {
    Limits limits = memory.type().limits();
    long expected =
        place.occupant().importedMemory().map(m -> m.limits().maximum()).orElse(Limits.UNBOUNDED);
    if (expected < limits.maximum()) {
      String found =
          limits.isBounded()
              ? limits.maximum() + " pages: link it with -Wl,--max-memory=" + bytes(limits)
              : "no maximum";
      String main = place.scope().places().get(0).name();
      String detail = "memory maximum of " + expected + " pages, the memory of " + main + " has ";
      throw LinkException.of(Reason.NO_SPACE, place.name(), detail + found, null);
    }
  }

  private static long bytes(Limits limits) {
    return limits.maximum() * MemoryType.PAGE_SIZE;
  }

  /** Instances are refused a memory or a table below the minimum that they declare. */
  private void growToMinimum(Place place) throws LinkException {
    long pages = place.occupant().importedMemory().map(m -> m.limits().minimum()).orElse(0L);
    if (pages > memory.pages()) {
      growMemory(place.name(), pages - memory.pages(), "memory does not fit: needs " + pages);
    }
    long slots = place.occupant().importedTable().map(t -> t.limits().minimum()).orElse(0L);
    if (slots > tableSize()) {
      growTable(place.name(), slots - tableSize());
    }
  }

  private void growFor(String library, MemoryInfo info) throws LinkException {
    long bytes = info.memorySize() + info.memoryAlignment() - 1L;
    long pages = (bytes + MemoryType.PAGE_SIZE - 1) / MemoryType.PAGE_SIZE;
    String need =
        String.format(
            "data region does not fit: needs %d bytes aligned to %d",
            info.memorySize(), info.memoryAlignment());
    growMemory(library, pages, need);
  }

  // The program's malloc grows the same memory: only what this call of grow returns is ours.
  private void growMemory(String library, long pages, String need) throws LinkException {
    long old = memory.grow(pages);
    if (old < 0) {
      String detail =
          String.format(
              "%s, memory has %d pages of at most %d", need, memory.pages(), memory.maximumPages());
      throw LinkException.of(Reason.NO_SPACE, library, detail, null);
    }
    freeData.free(old * MemoryType.PAGE_SIZE, pages * MemoryType.PAGE_SIZE);
  }

  private long takeSlots(String asker, long count, int alignment) throws LinkException {
    OptionalLong free = freeSlots.take(count, alignment);
    if (free.isEmpty()) {
      growTable(asker, count + alignment - 1L);
      free = freeSlots.take(count, alignment);
    }
    long first = free.orElseThrow();
    for (long slot = first; slot < first + count; slot++) {
      table.set((int) slot, null);
    }
    return first;
  }

  private void growTable(String asker, long slots) throws LinkException {
    int old = table == null || slots > Integer.MAX_VALUE ? -1 : table.grow((int) slots);
    if (old < 0) {
      String detail =
          "no room in the function table: needs " + slots + " slots, table has " + tableSize();
      throw LinkException.of(Reason.NO_SPACE, asker, detail, null);
    }
    freeSlots.free(old, slots);
  }
}
