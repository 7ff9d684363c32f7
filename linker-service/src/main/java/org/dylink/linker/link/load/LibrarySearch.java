package org.dylink.linker.link.load;

import org.dylink.format.ProgramKind;
import org.dylink.linker.Library;

/** Finds libraries by name: along OSGi wires, in folders, or in a test's map. */
@FunctionalInterface
public interface LibrarySearch {
  /**
   * Looks for a library.
   *
   * @param name the name in NEEDED
   * @param neededBy who needs it, or null for a name that the request itself gives
   * @param program which libraries can be part of the program: of several with the name one of
   *     these
   */
  SearchResult find(String name, Library neededBy, ProgramKind program);

  /**
   * Looks for what a program opens: for its caller as NEEDED is, then as what nobody needs. Where
   * libraries stand in no folders, the last part of a path is the name that counts.
   *
   * @param file a name, or, if there is a slash in it, a path
   * @param caller the library that opens it
   * @param program as for {@link #find}
   */
  default SearchResult open(String file, Library caller, ProgramKind program) {
    String name = nameOf(file);
    SearchResult result = find(name, caller, program);
    return result.isFound() ? result : find(name, null, program);
  }

  /** The last part of a path; a name as it is. */
  static String nameOf(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }
}
