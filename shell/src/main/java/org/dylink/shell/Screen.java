package org.dylink.shell;

import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Process;

/**
 * What a table is printed on.
 *
 * @param width how many columns a line has
 * @param coloured whether it obeys escape codes
 */
record Screen(int width, boolean coloured) {
  /** A file or a pipe: nothing is broken to fit, and nothing is coloured. */
  static final Screen NONE = new Screen(Integer.MAX_VALUE, false);

  private static final int STDOUT = 1;

  // Narrower ones are mistakes: a terminal that does not know its size says 0.
  private static final int NARROWEST = 20;

  // Gogo's JLine shell and Karaf's both keep these; a session without a terminal has neither.
  private static final String COLUMNS = "COLUMNS";
  private static final String TERM = "TERM";

  /**
   * What this thread prints on: the terminal of the session that executes a command in it, or did
   * last, unless what it prints goes into a pipe.
   */
  static Screen current() {
    Process process = Process.Utils.current();
    if (process == null) {
      return SessionOfThread.current().map(Screen::of).orElse(NONE);
    }
    return process.isTty(STDOUT) ? of(process.job().session()) : NONE;
  }

  static Screen of(CommandSession session) {
    int width = number(session.get(COLUMNS));
    return width < NARROWEST ? NONE : new Screen(width, isColoured(session));
  }

  private static boolean isColoured(CommandSession session) {
    String type = String.valueOf(session.get(TERM));
    // https://no-color.org
    boolean refused =
        session.get("NO_COLOR") != null || !System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
    return !refused && !type.equals("null") && !type.startsWith("dumb");
  }

  private static int number(Object value) {
    String text = String.valueOf(value);
    return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
  }
}
