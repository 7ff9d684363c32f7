package org.dylink.linker.embed;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.ProgramKind;
import org.dylink.linker.Library;
import org.dylink.linker.link.load.LibrarySearch;
import org.dylink.linker.link.load.SearchResult;

/** Finds libraries that were given, then in folders, then on class paths: the first one counts. */
final class PathSearch implements LibrarySearch {
  /** A folder of a class path. */
  private record Resources(ClassLoader loader, String folder) {
    URL find(String name) {
      return loader.getResource(folder.isEmpty() ? name : folder + "/" + name);
    }
  }

  // The linker's own libraries, such as libdl.so; last, so that others can take their place.
  private static final List<Resources> OWN =
      Stream.of("lib", "lib/threads", "lib/wasm64")
          .map(folder -> new Resources(PathSearch.class.getClassLoader(), folder))
          .toList();

  // Several of a name where they are for several kinds of programs. Guarded by this.
  private final Map<String, List<Library>> known = new LinkedHashMap<>();
  // One object for a file, so that programs that use it share what is compiled. Guarded by this.
  private final Map<Object, Library> files = new HashMap<>();
  private final LibraryFolders folders = new LibraryFolders();
  private final List<Resources> resources = new ArrayList<>();
  private Consumer<Library> whenFound = library -> {};

  synchronized void add(Library library) {
    if (ofName(library.name(), library.module().programKind()).isEmpty()) {
      note(library.name(), library);
    }
  }

  private Library note(String name, Library library) {
    known.computeIfAbsent(name, key -> new ArrayList<>()).add(library);
    return library;
  }

  private Optional<Library> ofName(String name, ProgramKind program) {
    return known.getOrDefault(name, List.of()).stream()
        .filter(library -> library.module().programKind().fits(program))
        .findFirst();
  }

  void addFolder(Path folder) {
    folders.add(folder);
  }

  void addResources(ClassLoader loader, String folder) {
    resources.add(new Resources(loader, folder));
  }

  /** Tells of each library that is known, once. */
  synchronized void onFound(Consumer<Library> action) {
    whenFound = action;
    known().forEach(action);
  }

  synchronized List<Library> known() {
    return known.values().stream().flatMap(List::stream).distinct().toList();
  }

  // One object for a name: programs that use one library share what is compiled.
  @Override
  public synchronized SearchResult find(String name, Library neededBy, ProgramKind program) {
    try {
      Optional<Library> library = ofName(name, program);
      Optional<Library> found = library.isPresent() ? library : read(name, program);
      return found.map(SearchResult::found).orElseGet(() -> nowhere(name, program));
    } catch (IOException | MalformedModuleException e) {
      return SearchResult.missing(String.valueOf(e.getMessage()));
    }
  }

  private SearchResult nowhere(String name, ProgramKind program) {
    return known.getOrDefault(name, List.of()).stream()
        .findFirst()
        .map(other -> SearchResult.otherKind(searched(), other, program))
        .orElseGet(() -> SearchResult.missing(searched()));
  }

  private Optional<Library> read(String name, ProgramKind program)
      throws IOException, MalformedModuleException {
    for (Path file : folders.find(name)) {
      if (take(name, read(file), program)) {
        return ofName(name, program);
      }
    }
    for (URL place : places(name)) {
      if (take(name, Library.read(place), program)) {
        whenFound.accept(ofName(name, program).orElseThrow());
        return ofName(name, program);
      }
    }
    return Optional.empty();
  }

  /** Takes a library up that a program can have; of the others one is enough, to be told of. */
  private boolean take(String name, Library library, ProgramKind program) {
    boolean fits = library.module().programKind().fits(program);
    if (fits || !known.containsKey(name)) {
      note(name, library);
    }
    return fits;
  }

  /** A path is a file in one of the folders; what is in no folder is known by its name alone. */
  @Override
  public synchronized SearchResult open(String file, Library caller, ProgramKind program) {
    String name = LibrarySearch.nameOf(file);
    if (name.equals(file)) {
      return find(name, caller, program);
    }
    try {
      Optional<Path> place = folders.locate(file);
      if (place.isPresent()) {
        return SearchResult.found(read(place.get()));
      }
    } catch (IOException | MalformedModuleException e) {
      return SearchResult.missing(String.valueOf(e.getMessage()));
    }
    SearchResult other = find(name, caller, program);
    return other.isFound() && isFile(other.library())
        ? SearchResult.missing("no such file in a folder that is searched; " + searched())
        : other;
  }

  private boolean isFile(Library library) {
    return files.containsValue(library);
  }

  private Library read(Path file) throws IOException, MalformedModuleException {
    Library read = Library.read(file.toUri().toURL());
    Library before = files.putIfAbsent(read.identity(), read);
    if (before == null) {
      whenFound.accept(read);
    }
    return before == null ? read : before;
  }

  private List<URL> places(String name) {
    return LibraryFolders.isName(name)
        ? Stream.concat(resources.stream(), OWN.stream())
            .map(each -> each.find(name))
            .filter(Objects::nonNull)
            .toList()
        : List.of();
  }

  private String searched() {
    List<String> places = new ArrayList<>(folders.names());
    resources.forEach(each -> places.add("class path " + each.folder()));
    return places.isEmpty()
        ? "no folder is searched"
        : places.stream().collect(joining(", ", "searched ", ""));
  }
}
