package org.dylink.app.command;

import org.dylink.app.search.SearchException;
import org.dylink.engine.TrapException;
import org.dylink.linker.ExitStatus;
import org.dylink.linker.LinkException;
import org.osgi.framework.BundleException;

/** Tells why a program does not run, or not to its end, and gives the exit code for it. */
final class Failures {
  private final Console console;
  private final String program;

  /**
   * @param program the main module's name
   */
  Failures(Console console, String program) {
    this.console = console;
    this.program = program;
  }

  int report(SearchException failure) {
    failure.problems().forEach(console::say);
    return ExitStatus.NOT_LINKED;
  }

  int report(BundleException failure) {
    // The first line: resolvers draw pictures behind it.
    console.say(program + ": " + failure.getMessage().lines().findFirst().orElse(""));
    return ExitStatus.NOT_LINKED;
  }

  int report(LinkException failure) {
    return report(ExitStatus.of(failure));
  }

  int report(TrapException trap) {
    return report(ExitStatus.of(program, trap));
  }

  private int report(ExitStatus status) {
    status.messages().forEach(console::say);
    status.frames().forEach(console::line);
    return status.code();
  }
}
