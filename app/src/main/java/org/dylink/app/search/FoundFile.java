package org.dylink.app.search;

import java.util.Optional;

/**
 * What folders have under a name.
 *
 * @param file the first that can be part of the program
 * @param other where there is none, the first that cannot: it is built for another kind of program
 */
public record FoundFile(Optional<LibraryFile> file, Optional<LibraryFile> other) {
  public static final FoundFile NOTHING = new FoundFile(Optional.empty(), Optional.empty());

  /** A file that will do. */
  public static FoundFile of(LibraryFile file) {
    return new FoundFile(Optional.of(file), Optional.empty());
  }

  /** What messages say behind the folders that were searched; nothing where there is no file. */
  public String remark() {
    return other.map(o -> "; " + o.shown() + " is " + o.module().threading()).orElse("");
  }
}
