package org.dylink.launcher.osgi;

import static java.util.stream.Collectors.joining;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.dylink.linker.runtime.LibraryDTO;

/**
 * Logs what becomes of a program, for who has nothing but the log. What it prints, and why it
 * failed, is in the log of its own name. Used by one thread.
 */
final class LifeLog {
  private final Logger log;
  private final String main;
  private String waitsFor = ""; // so that it is told once

  LifeLog(Logger log, String main) {
    this.log = log;
    this.main = main;
  }

  /** It is about to be linked. */
  void starts() {
    waitsFor = "";
  }

  /** It has ended; without an exit code its own log has the reason. */
  void ended(Ending ending) {
    ending
        .exitCode()
        .ifPresent(
            code -> say(code == 0 ? Level.INFO : Level.WARNING, "ended with exit code " + code));
  }

  /** It starts again after a delay. */
  void restarts(Duration delay, int count) {
    say(Level.INFO, "restart %d in %s s".formatted(count, seconds(delay)));
  }

  /** It ended in a way after which it would be started again, but has been too often. */
  void givesUp(int restarts) {
    say(Level.WARNING, "not started again: %d restarts in a row".formatted(restarts));
  }

  /** What it needs is not there. */
  void waits(ProgramSettings settings, List<LibraryDTO> libraries) {
    String reason = reason(settings, libraries);
    if (!reason.equals(waitsFor)) {
      waitsFor = reason;
      say(Level.INFO, "waits: " + reason);
    }
  }

  private static String reason(ProgramSettings settings, List<LibraryDTO> libraries) {
    List<LibraryDTO> named =
        libraries.stream()
            .filter(library -> library.current && library.name.equals(settings.main()))
            .toList();
    List<LibraryDTO> wanted =
        named.stream().filter(library -> settings.accepts(library.version)).toList();
    if (named.isEmpty()) {
      return "no bundle has a library of that name";
    }
    return wanted.isEmpty()
        ? "expected version " + settings.version() + ", found " + versions(named)
        : wanted.stream().map(LifeLog::state).collect(joining("; "));
  }

  private static String versions(List<LibraryDTO> libraries) {
    return libraries.stream().map(library -> library.version).distinct().collect(joining(", "));
  }

  private static String state(LibraryDTO library) {
    String state = library.state.name().toLowerCase(Locale.ROOT);
    return library.reasons.isEmpty()
        ? "version " + library.version + " is " + state
        : String.join("; ", library.reasons);
  }

  private static String seconds(Duration delay) {
    return Double.toString(delay.toMillis() / 1000.0).replaceFirst("\\.0$", "");
  }

  private void say(Level level, String what) {
    // Not as a pattern: names may have braces.
    log.log(level, main + ": " + what);
  }
}
