package org.dylink.linker;

/** What becomes of a program when something that it has loaded is withdrawn. */
public enum OnWithdraw {
  /** It ends, with a message that names the library and its bundle. */
  END,
  /** It goes on with what it has loaded; others are not linked to that any more. */
  KEEP,
  /**
   * A library that comes under the same name takes its place, as {@link Program#replace} does it;
   * until then, and if it cannot, the program goes on with what it has loaded. What is no library,
   * as an engine, ends it.
   */
  REPLACE
}
