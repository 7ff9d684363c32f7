package org.dylink.linker.link.load;

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

  /**
   * Looks for what a program opens: for its caller as NEEDED is, then as what nobody needs. Where
   * libraries stand in no folders, the last part of a path is the name that counts.
   *
   * @param file a name, or, if there is a slash in it, a path
   * @param caller the library that opens it
   */
  default SearchResult open(String file, Library caller) {
    String name = nameOf(file);
    SearchResult result = find(name, caller);
    return result.isFound() ? result : find(name, null);
  }

  /** The last part of a path; a name as it is. */
  static String nameOf(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }
}
