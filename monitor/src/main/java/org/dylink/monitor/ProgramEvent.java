package org.dylink.monitor;

import java.time.Duration;
import java.time.Instant;

/**
 * Something that happened to a program.
 *
 * @param kind what
 * @param when when it was over
 * @param program the program's id
 * @param name its main library's name; of {@link Kind#OPENED} that of the library
 * @param time how long it took; zero where nothing is measured
 * @param detail engine and number of libraries, or what went wrong
 */
public record ProgramEvent(
    Kind kind, Instant when, long program, String name, Duration time, String detail) {
  /** What happens to programs. */
  public enum Kind {
    /** It was linked. */
    LINKED,
    /** It could not be linked. */
    NOT_LINKED,
    /** It has opened a library, as by dlopen. */
    OPENED,
    /** It, or a call into it, has ended in a trap, or it was stopped. */
    TRAPPED,
    /** It was closed. */
    CLOSED
  }
}
