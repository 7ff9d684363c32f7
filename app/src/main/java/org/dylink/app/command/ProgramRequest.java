package org.dylink.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.app.options.Arguments;
import org.dylink.app.options.FolderGrant;
import org.dylink.app.options.Option;
import org.dylink.app.options.Pair;
import org.dylink.app.options.UsageException;
import org.dylink.app.search.DependencySearch;
import org.dylink.app.search.Folders;
import org.dylink.app.search.LibraryFile;
import org.dylink.app.search.SearchException;
import org.dylink.engine.host.HostNames;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.LinkTrace;
import org.dylink.linker.Linker;
import org.osgi.framework.BundleContext;

/** The program that a line asks for. */
final class ProgramRequest {
  private final Arguments arguments;
  private final Console console;
  private final Folders folders;
  private final InstalledLibraries installed;

  ProgramRequest(BundleContext context, Arguments arguments, Console console) {
    this.arguments = arguments;
    this.console = console;
    this.folders = console.folders(arguments);
    this.installed = new InstalledLibraries(context);
  }

  /**
   * Finds its files.
   *
   * @throws SearchException if one is missing
   * @throws UsageException if the line does not say which
   */
  ProgramFiles files() throws SearchException, UsageException {
    ProgramFiles files = ProgramFiles.find(arguments, new DependencySearch(folders, installed));
    files.all().checked();
    return files;
  }

  /** Asks for a program of files that have become bundles. */
  LinkRequest.Builder of(ProgramFiles files, LibraryBundles bundles) throws UsageException {
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
    image(files).ifPresent(request::image);
    return request;
  }

  private Optional<Path> image(ProgramFiles files) {
    return arguments
        .value(Option.IMAGE)
        .map(given -> HostNames.resolve(console.folder(), given))
        .or(() -> Optional.of(beside(files.main())).filter(Files::isRegularFile));
  }

  /** The image of a main. */
  static Path beside(LibraryFile main) {
    Path file = main.path();
    String name = HostNames.text(file.getFileName()) + "." + Linker.IMAGE;
    return HostNames.resolve(file.resolveSibling(""), name);
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
