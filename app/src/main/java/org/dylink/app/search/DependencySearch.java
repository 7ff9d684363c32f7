package org.dylink.app.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.dylink.format.PrintableText;
import org.dylink.format.ProgramKind;

/**
 * Collects what a program needs, breadth first. Of two libraries with one name the one that is
 * needed first is taken, for all who need it: in ELF, too, a name that is loaded is not searched
 * again. Used once.
 */
public final class DependencySearch {
  private final Folders folders;
  private final Installed installed;
  private final List<LibraryFile> files = new ArrayList<>();
  private final Map<String, LibraryFile> loaded;
  private final Map<String, Dependency> byName = new LinkedHashMap<>();
  private final Queue<Dependency> unread = new ArrayDeque<>();
  private final List<String> problems = new ArrayList<>();
  private ProgramKind program;

  /**
   * @param folders where to look
   * @param installed what need not be found
   */
  public DependencySearch(Folders folders, Installed installed) {
    this(folders, installed, Map.of(), ProgramKind.ANY);
  }

  /**
   * @param loaded the files of the program so far, by the names that they were needed by
   * @param program which libraries can be part of it
   */
  public DependencySearch(
      Folders folders, Installed installed, Map<String, LibraryFile> loaded, ProgramKind program) {
    this.folders = folders;
    this.installed = installed;
    this.loaded = loaded;
    this.program = program;
  }

  /**
   * Takes a file that the command line names. The first says what kind of program it is.
   *
   * @param what its part, as messages call it: {@code module}
   * @param named a path, or a name in one of the folders
   * @throws SearchException if there is no such file, or no module in it
   */
  public LibraryFile addRoot(String what, String named) throws SearchException {
    FoundFile found = folders.locate(named, program);
    if (found.file().isEmpty()) {
      String where = searched(named) + found.remark();
      throw new SearchException(List.of(named + ": " + what + " not found" + where));
    }
    LibraryFile file = addOpened(found.file().get());
    byName.putIfAbsent(file.name(), Dependency.root(file));
    return file;
  }

  /**
   * Takes a file that a program opens. Others that need a library of its name do not get it.
   *
   * @return the same
   */
  public LibraryFile addOpened(LibraryFile file) {
    program = program.and(file.module().programKind());
    files.add(file);
    unread.add(Dependency.root(file));
    return file;
  }

  private String searched(String named) {
    Optional<String> obstacle = folders.obstacle(named);
    if (obstacle.isPresent()) {
      return ": it is " + obstacle.get();
    }
    return named.contains("/") ? "" : ": " + folders.searched(List.of());
  }

  /** Finds all that the files so far need. */
  public Dependencies search() {
    while (!unread.isEmpty()) {
      Dependency dependency = unread.remove();
      for (String name : dependency.file().orElseThrow().needed()) {
        if (!byName.containsKey(name)) {
          add(find(name, dependency));
        }
      }
    }
    return new Dependencies(files, byName, problems);
  }

  private void add(Dependency dependency) {
    byName.put(dependency.name(), dependency);
    if (dependency.file().isPresent()) {
      files.add(dependency.file().get());
      unread.add(dependency);
    }
  }

  private Dependency find(String name, Dependency by) {
    if (loaded.containsKey(name)) {
      return by.found(loaded.get(name));
    }
    Optional<String> origin = installed.origin(name, program);
    if (origin.isPresent() && installed.isReserved(name)) {
      return by.provided(name, origin.get());
    }
    List<String> runtimePath = by.file().orElseThrow().runtimePath();
    try {
      FoundFile found = folders.find(name, runtimePath, program);
      return found
          .file()
          .map(by::found)
          .or(() -> origin.map(bundle -> by.provided(name, bundle)))
          .orElseGet(() -> missing(name, folders.searched(runtimePath) + found.remark(), by));
    } catch (SearchException e) {
      Dependency malformed = by.unusable(name, e.getMessage());
      problems.add(withChain(malformed));
      return malformed;
    }
  }

  private Dependency missing(String name, String where, Dependency by) {
    Dependency missing = by.unusable(name, "not found: " + where);
    problems.add(
        PrintableText.of(by.name() + ": needed library " + name + " " + withChain(missing)));
    return missing;
  }

  private static String withChain(Dependency dependency) {
    return dependency.detail() + " (" + dependency.chain() + ")";
  }
}
