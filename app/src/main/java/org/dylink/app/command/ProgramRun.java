package org.dylink.app.command;

import org.dylink.app.Timing;
import org.dylink.app.options.Arguments;
import org.dylink.app.options.UsageException;
import org.dylink.app.search.SearchException;
import org.dylink.linker.ExitStatus;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.dylink.linker.ProgramProcess;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** One run of a program. */
final class ProgramRun {
  private final BundleContext context;
  private final Linker linker;
  private final Console console;
  private final Timing timing;
  private final ProgramRequest request;

  ProgramRun(BundleContext context, Linker linker, Arguments arguments, Console console) {
    this.context = context;
    this.linker = linker;
    this.console = console;
    this.timing = new Timing(console::line);
    this.request = new ProgramRequest(context, arguments, console);
  }

  int run() throws SearchException, BundleException, LinkException, UsageException {
    ProgramFiles files = request.files();
    if (files.main().module().export(Program.ENTRY).isEmpty()) {
      console.say(files.main().name() + ": cannot run: does not export " + Program.ENTRY);
      return ExitStatus.NOT_LINKED;
    }
    try (LibraryBundles bundles = new LibraryBundles(context)) {
      bundles.start(files.all());
      LinkRequest whole = request.of(files, bundles).build();
      timing.phase("bundles");
      return run(whole);
    }
  }

  private int run(LinkRequest whole) throws LinkException {
    ProgramProcess process =
        ProgramProcess.of(linker, whole)
            .whenLinked(program -> timing.phase("link"))
            .whenEnded(program -> timing.phase("run"))
            .start();
    console.whenEnding(() -> process.destroy("interrupted"));
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy("interrupted");
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a program runs", e);
    }
  }
}
