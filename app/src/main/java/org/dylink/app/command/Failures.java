package org.dylink.app.command;

import org.dylink.app.options.UsageException;
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
   * @param main the operand that names the main module
   */
  Failures(Console console, String main) {
    this.console = console;
    this.program = main.substring(main.lastIndexOf('/') + 1);
  }

  /** What a command does with a program. */
  interface Attempt {
    /** Gives the exit code. */
    int run() throws SearchException, BundleException, LinkException, TrapException, UsageException;
  }

  /** The exit code of an attempt, or of how it has failed. */
  int codeOf(Attempt attempt) throws UsageException {
    try {
      return attempt.run();
    } catch (SearchException e) {
      e.problems().forEach(console::say);
      return ExitStatus.NOT_LINKED;
    } catch (BundleException e) {
      // The first line: resolvers draw pictures behind it.
      console.say(program + ": " + e.getMessage().lines().findFirst().orElse(""));
      return ExitStatus.NOT_LINKED;
    } catch (LinkException e) {
      return report(ExitStatus.of(e));
    } catch (TrapException e) {
      return report(ExitStatus.of(program, e));
    }
  }

  private int report(ExitStatus status) {
    status.messages().forEach(console::say);
    status.frames().forEach(console::line);
    return status.code();
  }
}
