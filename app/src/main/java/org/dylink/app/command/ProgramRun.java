package org.dylink.app.command;

import java.util.List;
import java.util.Map;
import org.dylink.app.Timing;
import org.dylink.app.options.Arguments;
import org.dylink.app.options.FolderGrant;
import org.dylink.app.options.Option;
import org.dylink.app.options.Pair;
import org.dylink.app.options.UsageException;
import org.dylink.app.search.DependencySearch;
import org.dylink.app.search.Folders;
import org.dylink.app.search.LibraryFile;
import org.dylink.app.search.SearchException;
import org.dylink.linker.ExitStatus;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.LinkTrace;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.dylink.linker.ProgramProcess;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** One run of a program. */
final class ProgramRun {
  private final BundleContext context;
  private final Linker linker;
  private final Arguments arguments;
  private final Console console;
  private final Timing timing;
  private final Folders folders;
  private final InstalledLibraries installed;

  ProgramRun(BundleContext context, Linker linker, Arguments arguments, Console console) {
    this.context = context;
    this.linker = linker;
    this.arguments = arguments;
    this.console = console;
    this.timing = new Timing(console::line);
    this.folders = console.folders(arguments);
    this.installed = new InstalledLibraries(context);
  }

  int run() throws SearchException, BundleException, LinkException, UsageException {
    ProgramFiles files = ProgramFiles.find(arguments, new DependencySearch(folders, installed));
    files.all().checked();
    if (files.main().module().export(Program.ENTRY).isEmpty()) {
      console.say(files.main().name() + ": cannot run: does not export " + Program.ENTRY);
      return ExitStatus.NOT_LINKED;
    }
    try (LibraryBundles bundles = new LibraryBundles(context)) {
      bundles.start(files.all());
      LinkRequest request = request(files, bundles);
      timing.phase("bundles");
      return run(request);
    }
  }

  private int run(LinkRequest request) throws LinkException {
    ProgramProcess process =
        ProgramProcess.of(linker, request)
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

  private LinkRequest request(ProgramFiles files, LibraryBundles bundles) throws UsageException {
    LinkRequest.Builder request =
        LinkRequest.builder(bundles.library(files.main()))
            .arguments(arguments.operands().subList(1, arguments.operands().size()))
            .preloads(files.preloads().stream().map(LibraryFile::name).toList())
            .finder(new OpenedFiles(folders, installed.without(bundles::has), bundles))
            .bindNow(arguments.has(Option.BIND_NOW))
            .stdin(console.in())
            .stdout(console.out())
            .stderr(console.err());
    for (Map.Entry<String, LibraryFile> module : files.modules().entrySet()) {
      request.module(module.getKey(), bundles.library(module.getValue()));
    }
    grant(request);
    limit(request);
    return request.build();
  }

  private void grant(LinkRequest.Builder request) throws UsageException {
    for (Pair variable : arguments.pairs(Option.ENVIRONMENT)) {
      request.environment(variable.name(), variable.value());
    }
    List<FolderGrant> folders = arguments.folders(console.folder());
    folders.forEach(grant -> request.folder(grant.guestName(), grant.folder()));
  }

  private void limit(LinkRequest.Builder request) throws UsageException {
    arguments.bytes(Option.STACK_SIZE).ifPresent(request::stackSize);
    arguments.bytes(Option.MAX_MEMORY).ifPresent(request::maxMemory);
    arguments.threads(Option.MAX_THREADS).ifPresent(request::maxThreads);
    arguments.time(Option.TIMEOUT).ifPresent(request::timeout);
    arguments.value(Option.ENGINE).ifPresent(request::engine);
    if (arguments.has(Option.TRACE)) {
      request.trace(LinkTrace.timed(console::say));
    }
  }
}
