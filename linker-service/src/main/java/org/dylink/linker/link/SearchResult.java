package org.dylink.linker.link;

import org.dylink.linker.Library;

/**
 * What a search has found.
 *
 * @param library the library, or null
 * @param failure why there is none, such as {@code no wired bundle provides it}; else null
 */
public record SearchResult(Library library, String failure) {
  /** The library is there. */
  public static SearchResult found(Library library) {
    return new SearchResult(library, null);
  }

  /** It is not, and why. */
  public static SearchResult missing(String failure) {
    return new SearchResult(null, failure);
  }

  /** Whether there is a library. */
  public boolean isFound() {
    return library != null;
  }
}
