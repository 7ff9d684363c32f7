package org.dylink.linker.link.space;

import java.util.List;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;
import org.dylink.linker.link.parts.Place;

/**
 * How far a program's memory may grow.
 *
 * @param pages the most pages
 * @param by the module whose maximum it is; null where it is the request's, or an engine's
 */
record MemoryLimit(long pages, Place by) {
  /** A limit that no module has set. */
  static MemoryLimit of(long pages) {
    return new MemoryLimit(pages, null);
  }

  /** What the request and all importers allow. */
  static MemoryLimit of(List<Place> modules, long maxMemory) {
    MemoryLimit limit = of(maxMemory / MemoryType.PAGE_SIZE);
    for (Place place : modules) {
      long maximum =
          place
              .occupant()
              .importedMemory()
              .map(MemoryType::limits)
              .map(Limits::maximum)
              .orElse(Limits.UNBOUNDED);
      limit = maximum < limit.pages ? new MemoryLimit(maximum, place) : limit;
    }
    return limit;
  }

  long bytes() {
    return pages * MemoryType.PAGE_SIZE;
  }

  /** {@code 17 pages (1114112 bytes), the maximum of libfoo.so}. */
  @Override
  public String toString() {
    String whose = by == null ? "" : ", the maximum of " + by;
    return pages + " pages (" + bytes() + " bytes)" + whose;
  }
}
