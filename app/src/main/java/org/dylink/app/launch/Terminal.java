package org.dylink.app.launch;

/** The terminal of the process. */
final class Terminal {
  private Terminal() {}

  /** Whether a person sits at both standard input and standard output. */
  @SuppressWarnings("SystemConsoleNull") // true of JLine's console only, which is not asked
  static boolean isThere() {
    // JDK 22 to 24 have a console, JLine's, also where there is no terminal.
    System.setProperty("jdk.console", "java.base");
    return System.console() != null;
  }
}
