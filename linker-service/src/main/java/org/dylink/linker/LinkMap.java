package org.dylink.linker;

import java.util.List;
import org.dylink.format.MemoryType;

/**
 * What a program has loaded where, at one moment.
 *
 * @param libraries in load order, main first
 * @param stack the stack; it grows down to address 0 and traps there
 * @param heapBase the first address that the program's malloc may use
 * @param memoryPages size of the memory in pages of 64 KiB
 * @param maximumPages what it may grow to
 * @param tableSize slots in the function table
 * @param freeData what unloaded libraries have left of the memory, lowest first
 * @param freeSlots what they have left of the table, lowest first
 * @param threads what threads have to themselves, thread by thread; empty for a program with one
 */
public record LinkMap(
    List<LoadedLibrary> libraries,
    DataRegion stack,
    long heapBase,
    long memoryPages,
    long maximumPages,
    int tableSize,
    List<DataRegion> freeData,
    List<TableRegion> freeSlots,
    List<ThreadArea> threads) {

  public LinkMap {
    libraries = List.copyOf(libraries);
    freeData = List.copyOf(freeData);
    freeSlots = List.copyOf(freeSlots);
    threads = List.copyOf(threads);
  }

  /** A line a library, then stack, heap, threads, free parts and table; ends with a newline. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(String.format("%-24s %-22s %-12s %s%n", "LIBRARY", "DATA", "SLOTS", "BUNDLE"));
    for (LoadedLibrary loaded : libraries) {
      text.append(
          String.format(
              "%-24s %-22s %-12s %s%n",
              loaded.library().name(), loaded.data(), loaded.slots(), loaded.library().origin()));
    }
    long end = memoryPages * MemoryType.PAGE_SIZE;
    text.append(String.format("%-24s %s%n", "[stack]", stack));
    text.append(String.format("%-24s %s%n", "[heap]", new DataRegion(heapBase, end - heapBase)));
    threads.forEach(own -> text.append(String.format("%-24s %s%n", own, own.data())));
    freeData.forEach(free -> text.append(String.format("%-24s %s%n", "[free]", free)));
    freeSlots.forEach(free -> text.append(String.format("%-24s %-22s %s%n", "[free]", "", free)));
    text.append(
        String.format(
            "memory %d pages of at most %d, table %d slots%n",
            memoryPages, maximumPages, tableSize));
    return text.toString();
  }
}
