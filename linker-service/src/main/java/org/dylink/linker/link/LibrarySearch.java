package org.dylink.linker.link;

import org.dylink.linker.Library;

/** Finds libraries by name: along OSGi wires, in folders, or in a test's map. */
@FunctionalInterface
public interface LibrarySearch {
  /**
   * Looks for a library.
   *
   * @param name the name in NEEDED
   * @param neededBy who needs it, or null for a name that the request itself gives
   */
  SearchResult find(String name, Library neededBy);
}
