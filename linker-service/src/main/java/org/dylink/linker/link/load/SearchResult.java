package org.dylink.linker.link.load;

import org.dylink.format.ProgramKind;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException.Reason;

/**
 * What a search has found.
 *
 * @param library the library, or null
 * @param reason MISSING_LIBRARY or FORBIDDEN, or null
 * @param failure why there is none, such as {@code no wired bundle provides it}; else null
 */
public record SearchResult(Library library, Reason reason, String failure) {
  /** The library is there. */
  public static SearchResult found(Library library) {
    return new SearchResult(library, null, null);
  }

  /** It is not, and why. */
  public static SearchResult missing(String failure) {
    return new SearchResult(null, Reason.MISSING_LIBRARY, failure);
  }

  /** Of that name there are only libraries that cannot be part of the program. */
  public static SearchResult otherKind(String failure, Library other, ProgramKind program) {
    String unlike = other.module().programKind().unlike(program);
    return missing(failure + "; the one of " + other.origin() + " is " + unlike);
  }

  /** It is there, but not for whoever asks. */
  public static SearchResult forbidden(String failure) {
    return new SearchResult(null, Reason.FORBIDDEN, failure);
  }

  /** Whether there is a library. */
  public boolean isFound() {
    return library != null;
  }

  /** What to say of a library that is not found: {@code not found: no wired bundle provides it}. */
  String verdict() {
    return (reason == Reason.FORBIDDEN ? "refused: " : "not found: ") + failure;
  }
}
