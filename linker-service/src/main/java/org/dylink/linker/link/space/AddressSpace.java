package org.dylink.linker.link.space;

import java.util.List;
import java.util.function.UnaryOperator;
import org.dylink.engine.Function;
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

/**
 * A program's memory, function table and stack pointer, and which function has which address. All
 * of its threads share it; the stack, and the stack pointer, are the first one's.
 */
public final class AddressSpace {
  private static final int OWN_ALIGNMENT = 16;

  private final Memory memory;
  private final Table table;
  private final Global stackPointer;
  private final DataRegion stack;
  private final long heapBase;
  private final long heapEnd;
  private final DataRegions regions;
  private final TableSlots slots;

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
    this.regions = new DataRegions(memory);
    this.slots = new TableSlots(table);
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
    return slots.size();
  }

  /** Parts of the memory that unloaded libraries have left, lowest first. */
  public List<DataRegion> freeData() {
    return regions.free();
  }

  /** Slots that unloaded libraries have left, lowest first. */
  public List<TableRegion> freeSlots() {
    return slots.free();
  }

  /**
   * Notes the addresses of the functions in a region. Where several regions hold one function, the
   * first noted address is the function's. An imported function in a region, as non-PIC code has
   * it, is replaced by what it is bound to; a library that may go again gives it no address.
   */
  public void noteAddresses(Place place) {
    slots.note(place);
  }

  /**
   * The address of a function; it gets a slot now if it has none.
   *
   * @param owner the library that defines it, and takes the slot along when it goes; null for the
   *     host's functions, which stay
   * @throws LinkException NO_SPACE if the table cannot grow
   */
  public int addressOf(Function function, Place owner) throws LinkException {
    return slots.addressOf(function, owner);
  }

  /** Whether a function's address is the slot in which it stands. */
  public boolean isAddress(int slot) {
    return slots.isAddress(slot);
  }

  /**
   * Puts a function into a slot, as another program has it there.
   *
   * @param isAddress whether the slot is its address
   */
  public void put(int slot, Function function, boolean isAddress) {
    slots.put(slot, function, isAddress);
  }

  /**
   * Grows memory and table as those of another program have grown, and leaves free what is free
   * there.
   *
   * @param asker for the message
   * @throws LinkException NO_SPACE if they cannot grow
   */
  public void growLike(
      String asker, long pages, int tableSize, List<DataRegion> data, List<TableRegion> free)
      throws LinkException {
    regions.growToMinimum(asker, pages);
    regions.setFree(data);
    slots.growToMinimum(asker, tableSize);
    slots.setFree(free);
  }

  /**
   * Takes back the slot of a function of the host's. It traps until another function gets it.
   *
   * @param standIn the function that traps
   */
  public void release(Function function, Function standIn) {
    slots.release(function, standIn);
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
    DataRegion data = regions.take(place.name(), info);
    try {
      long first = slots.take(place.name(), info.tableSize(), info.tableAlignment());
      place.put(data, new TableRegion(first, info.tableSize()));
    } catch (LinkException e) {
      regions.giveBack(data);
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
    slots.standIn(place, standIn);
    takeBack(place);
  }

  /** Takes back what a library had that could not be opened: memory and slots are as before. */
  public void rollBack(Place place) {
    regions.clear(place.data());
    takeBack(place);
  }

  private void takeBack(Place place) {
    regions.giveBack(place.data());
    place.leftBehind().forEach(regions::giveBack);
    place.leftBehind().clear();
    slots.takeBack(place);
    place.put(new DataRegion(0, 0), new TableRegion(0, 0));
  }

  /**
   * Takes empty slots for a library that comes into the place of another.
   *
   * @throws LinkException NO_SPACE
   */
  public TableRegion reserveSlots(String asker, MemoryInfo info) throws LinkException {
    long first = slots.take(asker, info.tableSize(), info.tableAlignment());
    return new TableRegion(first, info.tableSize());
  }

  /** Takes back slots that nobody uses. */
  public void giveBack(TableRegion region) {
    slots.giveBack(region);
  }

  /**
   * Notes which functions get an address from here on, so that {@link #forgetNoted} can take it.
   */
  public void beginNoting() {
    slots.beginNoting();
  }

  /** Lets what was noted stay. */
  public void keepNoted() {
    slots.endNoting();
  }

  /** Takes back the addresses that were noted: the table is as before. */
  public void forgetNoted() {
    slots.forgetNoted();
  }

  /** Takes the address of a function that has no code any more; its slot traps. */
  public void standIn(Function gone, Function standIn) {
    slots.standIn(gone, standIn);
  }

  /**
   * Takes zeroed memory for the linker's own use, for as long as the program lives.
   *
   * @throws LinkException NO_SPACE
   */
  public DataRegion reserve(String asker, long size) throws LinkException {
    return reserve(asker, size, OWN_ALIGNMENT);
  }

  /**
   * The same, to be given back by {@link #giveBack}.
   *
   * @param alignment in bytes, more than 0
   * @throws LinkException NO_SPACE
   */
  public DataRegion reserve(String asker, long size, int alignment) throws LinkException {
    return regions.take(asker, size, alignment);
  }

  public void giveBack(DataRegion region) {
    regions.giveBack(region);
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
      String main = place.scope().search().findFirst().orElseThrow().name();
      String detail = "memory maximum of " + expected + " pages, the memory of " + main + " has ";
      throw LinkException.of(Reason.NO_SPACE, place.name(), detail + found, null);
    }
  }

  private static long bytes(Limits limits) {
    return limits.maximum() * MemoryType.PAGE_SIZE;
  }

  private void growToMinimum(Place place) throws LinkException {
    regions.growToMinimum(
        place.name(), place.occupant().importedMemory().map(m -> m.limits().minimum()).orElse(0L));
    slots.growToMinimum(
        place.name(), place.occupant().importedTable().map(t -> t.limits().minimum()).orElse(0L));
  }
}
