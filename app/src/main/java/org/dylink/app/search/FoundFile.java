package org.dylink.app.search;

import java.util.Optional;
import org.dylink.format.ProgramKind;

/**
 * What folders have under a name.
 *
 * @param file the first that can be part of the program
 * @param remark what messages say behind the folders that were searched: where there is none, of
 *     the first that cannot, as it is built for another kind of program; nothing where there is no
 *     file
 */
public record FoundFile(Optional<LibraryFile> file, String remark) {
  public static final FoundFile NOTHING = new FoundFile(Optional.empty(), "");

  /** A file that will do. */
  public static FoundFile of(LibraryFile file) {
    return new FoundFile(Optional.of(file), "");
  }

  /** A file that is for another kind of program. */
  static FoundFile other(LibraryFile file, ProgramKind program) {
    String unlike = file.module().programKind().unlike(program);
    return new FoundFile(Optional.empty(), "; " + file.shown() + " is " + unlike);
  }
}
