package org.dylink.linker.runtime;

import java.time.Duration;
import java.util.List;
import org.dylink.engine.TrapException;

/**
 * Hears what becomes of programs: a whiteboard service. The threads that link, open, run and close
 * programs call it, several of them at once, so that it must be quick; what it throws is logged.
 */
public interface ProgramListener {
  /**
   * A link begins. The same thread tells later how it ended.
   *
   * @param id the program's
   * @param name its main library's
   */
  default void linkBegins(long id, String name) {}

  /**
   * A program is linked.
   *
   * @param program what it is now
   * @param time how long the link took
   */
  default void linked(ProgramDTO program, Duration time) {}

  /**
   * A program could not be linked.
   *
   * @param problems why, a line each
   * @param time how long it took to find out
   */
  default void notLinked(long id, String name, List<String> problems, Duration time) {}

  /**
   * A running program has opened a library that it did not have, with what that needs.
   *
   * @param library its name
   * @param time how long that took
   */
  default void opened(long program, String library, Duration time) {}

  /**
   * A guest traps: its program ends, or a call from Java, whoever catches that there. Of a program
   * that was stopped, or has run out of time, this is told once.
   *
   * @param name its main library's
   */
  default void trapped(long program, String name, TrapException trap) {}

  /**
   * A program is closed.
   *
   * @param program what it was at the end
   */
  default void closed(ProgramDTO program) {}
}
