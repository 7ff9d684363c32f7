package org.dylink.app.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.app.search.Dependencies;
import org.dylink.app.search.DependencySearch;
import org.dylink.app.search.Folders;
import org.dylink.app.search.FoundFile;
import org.dylink.app.search.Installed;
import org.dylink.app.search.LibraryFile;
import org.dylink.app.search.SearchException;
import org.dylink.format.ProgramKind;
import org.dylink.linker.Library;
import org.dylink.linker.LibraryFinder;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Problem;
import org.dylink.linker.LinkException.Reason;
import org.osgi.framework.BundleException;

/**
 * Brings a library into the framework, with what it needs, when the program opens it. As in ld.so,
 * what is loaded under a name is not searched again; a path is that file; another name is looked
 * for in the folders of the command line, then in the runtime path of the library that opens it.
 */
final class OpenedFiles implements LibraryFinder {
  private final Folders folders;
  private final Installed installed;
  private final LibraryBundles bundles;

  /**
   * @param installed what the framework has beside the program's own files
   */
  OpenedFiles(Folders folders, Installed installed, LibraryBundles bundles) {
    this.folders = folders;
    this.installed = installed;
    this.bundles = bundles;
  }

  /** There is no more to find than {@link #findFile} has found. */
  @Override
  public Optional<Library> find(String name, Library caller) {
    return Optional.empty();
  }

  @Override
  public Optional<Library> findFile(String file, Library caller, List<Library> loaded)
      throws LinkException {
    String name = file.substring(file.lastIndexOf('/') + 1);
    if (installed.isReserved(name)) {
      return Optional.empty();
    }
    Map<String, LibraryFile> names = bundles.names(loaded);
    if (names.containsKey(file)) {
      return Optional.of(bundles.library(names.get(file)));
    }
    ProgramKind program = loaded.get(0).module().programKind();
    FoundFile found = find(file, caller, program);
    if (found.file().isPresent()) {
      return Optional.of(start(file, found.file().get(), names, program));
    } else if (installed.origin(name, program).isPresent()) {
      return Optional.empty();
    }
    throw missing(file, caller, found);
  }

  // A path is that file; whether the program can have it, the link tells.
  private FoundFile find(String file, Library caller, ProgramKind program) throws LinkException {
    try {
      if (isName(file)) {
        return folders.find(file, runtimePath(caller), program);
      }
      Optional<String> place = folders.locateGranted(file);
      return place.isPresent() ? FoundFile.of(folders.read(place.get())) : FoundFile.NOTHING;
    } catch (SearchException e) {
      throw failed(e.problems(), e);
    }
  }

  private static boolean isName(String file) {
    return file.indexOf('/') < 0;
  }

  private List<String> runtimePath(Library caller) {
    return bundles.file(caller).map(LibraryFile::runtimePath).orElse(List.of());
  }

  private Library start(
      String opened, LibraryFile file, Map<String, LibraryFile> names, ProgramKind program)
      throws LinkException {
    try {
      DependencySearch search = new DependencySearch(folders, installed, names, program);
      search.addOpened(file);
      Dependencies dependencies = search.search();
      bundles.start(dependencies);
      bundles.note(opened, file);
      bundles.note(file.shown(), file);
      return bundles.library(file);
    } catch (SearchException e) {
      throw failed(e.problems(), e);
    } catch (BundleException e) {
      throw failed(List.of(opened + ": " + e.getMessage().lines().findFirst().orElse("")), e);
    }
  }

  private LinkException missing(String file, Library caller, FoundFile found) {
    boolean isName = isName(file);
    List<String> all = folders.names();
    String searched = all.isEmpty() ? "no folder, as there is no -L" : String.join(", ", all);
    String others =
        isName ? String.join("", runtimePath(caller).stream().map(f -> ", " + f).toList()) : "";
    String detail =
        isName
            ? "cannot open: not found: searched " + searched + others + found.remark()
            : "cannot open: no such file in the folders of -L: " + searched;
    return LinkException.of(Reason.MISSING_LIBRARY, file, detail, null);
  }

  private static LinkException failed(List<String> problems, Exception cause) {
    return new LinkException(
        problems.stream()
            .map(each -> new Problem(Reason.MISSING_LIBRARY, "", "", "", each))
            .toList(),
        cause);
  }
}
