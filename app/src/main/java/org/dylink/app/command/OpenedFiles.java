package org.dylink.app.command;

import java.util.List;
import java.util.Optional;
import org.dylink.app.search.Dependencies;
import org.dylink.app.search.DependencySearch;
import org.dylink.app.search.Folders;
import org.dylink.app.search.Installed;
import org.dylink.app.search.LibraryFile;
import org.dylink.app.search.SearchException;
import org.dylink.linker.Library;
import org.dylink.linker.LibraryFinder;
import org.osgi.framework.BundleException;

/**
 * Brings a library into the framework, with what it needs, when the program opens it by name. It is
 * looked for in the folders of the command line, then in the runtime path of the library that opens
 * it.
 */
final class OpenedFiles implements LibraryFinder {
  private final Folders folders;
  private final Installed installed;
  private final LibraryBundles bundles;
  private final Console console;

  OpenedFiles(Folders folders, Installed installed, LibraryBundles bundles, Console console) {
    this.folders = folders;
    this.installed = installed;
    this.bundles = bundles;
    this.console = console;
  }

  @Override
  public Optional<Library> find(String name, Library caller) {
    Optional<String> path = folders.find(name, runtimePath(caller));
    return path.isEmpty() ? Optional.empty() : start(path.get());
  }

  @Override
  public Optional<String> searched(String name, Library caller) {
    return Optional.of(folders.searched(runtimePath(caller)));
  }

  private List<String> runtimePath(Library caller) {
    return bundles.file(caller).map(LibraryFile::runtimePath).orElse(List.of());
  }

  private Optional<Library> start(String path) {
    try {
      DependencySearch search = new DependencySearch(folders, installed);
      LibraryFile file = search.addRoot("library", path);
      Dependencies dependencies = search.search();
      bundles.start(dependencies.checked());
      return Optional.of(bundles.library(file));
    } catch (SearchException e) {
      return failed(e.problems());
    } catch (BundleException e) {
      return failed(List.of(e.getMessage()));
    }
  }

  /** The program learns by dlerror that it was not found; the reason is for whoever runs it. */
  private Optional<Library> failed(List<String> problems) {
    problems.forEach(console::say);
    return Optional.empty();
  }
}
