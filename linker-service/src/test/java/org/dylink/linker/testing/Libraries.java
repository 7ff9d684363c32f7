package org.dylink.linker.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dylink.format.ProgramKind;
import org.dylink.linker.Library;
import org.dylink.linker.link.load.LibrarySearch;
import org.dylink.linker.link.load.SearchResult;
import org.dylink.testing.ModuleBuilder;

/** Finds libraries that a test has built, then files in folders; each is read once. */
public final class Libraries implements LibrarySearch {
  private final Map<String, Library> byName = new LinkedHashMap<>();
  private final List<Path> folders = new ArrayList<>();

  /** No library yet. */
  public static Libraries none() {
    return new Libraries();
  }

  /** The modules, each under its own name. */
  public static Libraries of(ModuleBuilder... modules) {
    Libraries libraries = new Libraries();
    Stream.of(modules).forEach(libraries::add);
    return libraries;
  }

  /** Adds a module under its own name. */
  public Library add(ModuleBuilder module) {
    return add(TestLibrary.of(module));
  }

  /** Adds a library under its own name. */
  public Library add(Library library) {
    byName.put(library.name(), library);
    return library;
  }

  /** Makes a library known under one more name. */
  public void alias(String name, Library library) {
    byName.put(name, library);
  }

  /** Searches a folder too, behind all others. */
  public Libraries folder(Path folder) {
    folders.add(folder);
    return this;
  }

  /** A library that is there. */
  public Library get(String name) {
    SearchResult result = find(name, null, ProgramKind.ANY);
    if (!result.isFound()) {
      throw new IllegalArgumentException(name + ": " + result.failure());
    }
    return result.library();
  }

  @Override
  public SearchResult find(String name, Library neededBy, ProgramKind program) {
    Library known = byName.get(name);
    return known != null ? SearchResult.found(known) : findFile(name);
  }

  private SearchResult findFile(String name) {
    for (Path folder : folders) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        return SearchResult.found(add(TestLibrary.of(file)));
      }
    }
    return SearchResult.missing("no test has it");
  }
}
