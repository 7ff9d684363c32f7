package org.dylink.app.command;

import java.util.List;
import org.dylink.app.search.SearchException;
import org.dylink.engine.GuestFrame;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.host.ProgramExit;
import org.dylink.linker.LinkException;
import org.osgi.framework.BundleException;

/** Tells why a program does not run, or not to its end, and gives the exit code for it. */
final class Failures {
  // A runaway recursion has tens of thousands of them.
  private static final int MOST_FRAMES = 50;

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
    return ExitCode.NOT_LINKED;
  }

  int report(BundleException failure) {
    // The first line: resolvers draw pictures behind it.
    console.say(program + ": " + failure.getMessage().lines().findFirst().orElse(""));
    return ExitCode.NOT_LINKED;
  }

  int report(LinkException failure) {
    // A constructor may end the program, as it may in C.
    if (failure.getCause() instanceof ProgramExit exit) {
      return exit.code();
    }
    failure.problems().forEach(problem -> console.say(problem.message()));
    if (failure.getCause() instanceof TrapException trap) {
      printFrames(trap.guestStack());
      return exitCode(trap.kind());
    }
    return ExitCode.NOT_LINKED;
  }

  int report(TrapException trap) {
    console.say(message(trap));
    printFrames(trap.guestStack());
    return exitCode(trap.kind());
  }

  private String message(TrapException trap) {
    String detail = trap.getMessage();
    return switch (trap.kind()) {
      // ld.so, too, tells no more of a function that it does not find when it is called.
      case UNDEFINED_FUNCTION -> detail;
      case TIMEOUT -> program + ": timeout: " + detail;
      default -> program + ": trapped: " + trap.kind() + (detail == null ? "" : ": " + detail);
    };
  }

  private static int exitCode(TrapKind kind) {
    return switch (kind) {
      case UNDEFINED_FUNCTION -> ExitCode.NOT_LINKED;
      case TIMEOUT -> ExitCode.TIMEOUT;
      default -> ExitCode.TRAPPED;
    };
  }

  private void printFrames(List<GuestFrame> frames) {
    frames.stream().limit(MOST_FRAMES).forEach(f -> console.err().println("    at " + f));
    if (frames.size() > MOST_FRAMES) {
      console.err().println("    ... and " + (frames.size() - MOST_FRAMES) + " more");
    }
  }
}
