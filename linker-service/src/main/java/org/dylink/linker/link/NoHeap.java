package org.dylink.linker.link;

import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;

/**
 * The JVM has run out of memory while it linked. What was made so far is garbage by the time that
 * somebody is told, so that there is room to tell it, and the JVM goes on.
 */
final class NoHeap {
  private NoHeap() {}

  /**
   * @param library what was to be linked
   */
  static LinkException of(String library, OutOfMemoryError error) {
    String detail = "cannot be linked: out of memory: " + error.getMessage();
    return LinkException.of(Reason.NO_SPACE, library, detail, error);
  }
}
