package org.dylink.linker.link.parts;

import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;

/**
 * The JVM has run out of memory while it linked. What was made so far is garbage by the time that
 * somebody is told, so that there is room to tell it, and the JVM goes on.
 */
public final class NoHeap {
  private NoHeap() {}

  /**
   * The error of the link that was under way.
   *
   * @param library what was to be linked
   */
  public static LinkException of(String library, OutOfMemoryError error) {
    String detail = "cannot be linked: out of memory: " + error.getMessage();
    return LinkException.of(Reason.NO_SPACE, library, detail, error);
  }
}
