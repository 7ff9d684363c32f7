package org.dylink.linker.link.space;

import java.util.List;
import org.dylink.format.Limits;
import org.dylink.format.MemoryInfo;
import org.dylink.format.MemoryType;
import org.dylink.linker.DataRegion;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.TableRegion;
import org.dylink.linker.link.parts.Place;

/** Gives each library its part of memory and table, one behind the other, in load order. */
public final class RegionPlacer {
  /** Bytes at address 0 that nothing is placed in: a null pointer points at nothing. */
  public static final int UNUSED_BYTES = 1_024;

  /** The alignment of the stack pointer in the C ABI (tool-conventions, BasicCABI.md). */
  static final int STACK_ALIGNMENT = 16;

  private final MemoryLimit limit;
  private long nextAddress;
  private long nextSlot;

  /**
   * @param nextAddress the first free address
   * @param nextSlot the first free slot
   * @param limit how far the memory may grow
   */
  RegionPlacer(long nextAddress, long nextSlot, MemoryLimit limit) {
    this.nextAddress = nextAddress;
    this.nextSlot = nextSlot;
    this.limit = limit;
  }

  /** Places the stack: lowest, so that it overflows into address 0 and traps, not into data. */
  DataRegion placeStack(String program, long size) throws LinkException {
    DataRegion region = new DataRegion(align(nextAddress, STACK_ALIGNMENT), roundUp(size));
    if (!fits(region)) {
      throw doesNotFit(program, "stack", region.size(), STACK_ALIGNMENT);
    }
    nextAddress = region.end();
    return region;
  }

  void place(Place place) throws LinkException {
    MemoryInfo info = place.occupant().memoryInfo();
    DataRegion data = new DataRegion(align(nextAddress, info.memoryAlignment()), info.memorySize());
    if (!fits(data)) {
      throw doesNotFit(place.name(), "data region", data.size(), info.memoryAlignment());
    }
    TableRegion slots = new TableRegion(align(nextSlot, info.tableAlignment()), info.tableSize());
    place.put(data, slots);
    nextAddress = data.end();
    nextSlot = slots.end();
  }

  /** The first address behind everything that was placed, aligned for malloc. */
  long heapBase() {
    return align(nextAddress, STACK_ALIGNMENT);
  }

  /** The first slot behind everything that was placed. */
  long tableEnd() {
    return nextSlot;
  }

  /**
   * The pages that hold everything placed and satisfy each library's declared minimum: libc.so asks
   * for four, and instances are refused a smaller memory.
   */
  long pages(List<Place> modules) throws LinkException {
    long pages = (heapBase() + MemoryType.PAGE_SIZE - 1) / MemoryType.PAGE_SIZE;
    for (Place place : modules) {
      long minimum =
          place.occupant().importedMemory().map(MemoryType::limits).map(Limits::minimum).orElse(0L);
      if (minimum > limit.pages()) {
        throw LinkException.of(
            Reason.NO_SPACE,
            place.name(),
            "memory does not fit: needs " + minimum + " pages, memory limit " + limit,
            null);
      }
      pages = Math.max(pages, minimum);
    }
    return pages;
  }

  private boolean fits(DataRegion region) {
    return region.end() <= limit.bytes();
  }

  private LinkException doesNotFit(String library, String what, long size, int alignment) {
    String detail =
        String.format(
            "%s does not fit: needs %d bytes aligned to %d, next free address 0x%08x,"
                + " memory limit %s",
            what, size, alignment, nextAddress, limit);
    return LinkException.of(Reason.NO_SPACE, library, detail, null);
  }

  private static long roundUp(long size) {
    return align(size, STACK_ALIGNMENT);
  }

  static long align(long value, int alignment) {
    return (value + alignment - 1) / alignment * alignment;
  }
}
