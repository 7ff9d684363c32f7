package org.dylink.machine.run;

import java.util.Locale;

/** How an operating system is asked for pages. Sizes are multiples of {@link Pages#SIZE}. */
interface SystemPages {
  /** Takes address space that cannot be accessed yet; -1 if there is none. */
  long reserve(long size);

  /** Makes pages that can be read and written, zeroed if they were never accessed; false if not. */
  boolean makeWritable(long address, long size);

  /**
   * Makes written pages code, which can be read and executed, and never be written again; false if
   * the system lets none be made.
   */
  boolean makeExecutable(long address, long size);

  /** Gives back what {@link #reserve} took, all of it. */
  void free(long address, long size);

  /** Those of a system, as Java names it. */
  static SystemPages of(String system) {
    String lower = system.toLowerCase(Locale.ROOT);
    if (lower.startsWith("windows")) {
      return new WindowsPages();
    }
    return lower.startsWith("mac") ? UnixPages.macos() : UnixPages.linux();
  }
}
