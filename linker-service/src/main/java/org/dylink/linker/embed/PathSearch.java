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
import java.util.Optional;
import java.util.function.Consumer;
import org.dylink.format.MalformedModuleException;
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
  private static final Resources OWN = new Resources(PathSearch.class.getClassLoader(), "lib");

  private final Map<String, Library> known = new LinkedHashMap<>(); // guarded by this
  // One object for a file, so that programs that use it share what is compiled. Guarded by this.
  private final Map<Object, Library> files = new HashMap<>();
  private final LibraryFolders folders = new LibraryFolders();
  private final List<Resources> resources = new ArrayList<>();
  private Consumer<Library> whenFound = library -> {};

  synchronized void add(Library library) {
    known.putIfAbsent(library.name(), library);
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
    known.values().forEach(action);
  }

  synchronized List<Library> known() {
    return known.values().stream().distinct().toList();
  }

  // One object for a name: programs that use one library share what is compiled.
  @Override
  public synchronized SearchResult find(String name, Library neededBy) {
    Library library = known.get(name);
    if (library != null) {
      return SearchResult.found(library);
    }
    try {
      Optional<Path> file = folders.find(name);
      Library found = file.isPresent() ? read(file.get()) : readResource(name);
      if (found == null) {
        return SearchResult.missing(searched());
      }
      known.put(name, found);
      return SearchResult.found(found);
    } catch (IOException | MalformedModuleException e) {
      return SearchResult.missing(String.valueOf(e.getMessage()));
    }
  }

  /** A path is a file in one of the folders; what is in no folder is known by its name alone. */
  @Override
  public synchronized SearchResult open(String file, Library caller) {
    String name = LibrarySearch.nameOf(file);
    if (name.equals(file)) {
      return find(name, caller);
    }
    try {
      Optional<Path> place = folders.locate(file);
      if (place.isPresent()) {
        return SearchResult.found(read(place.get()));
      }
    } catch (IOException | MalformedModuleException e) {
      return SearchResult.missing(String.valueOf(e.getMessage()));
    }
    SearchResult other = find(name, caller);
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

  private Library readResource(String name) throws IOException, MalformedModuleException {
    URL place = LibraryFolders.isName(name) ? resource(name) : null;
    if (place == null) {
      return null;
    }
    Library library = Library.read(place);
    whenFound.accept(library);
    return library;
  }

  private URL resource(String name) {
    for (Resources each : resources) {
      URL place = each.find(name);
      if (place != null) {
        return place;
      }
    }
    return OWN.find(name);
  }

  private String searched() {
    List<String> places = new ArrayList<>(folders.names());
    resources.forEach(each -> places.add("class path " + each.folder()));
    return places.isEmpty()
        ? "no folder is searched"
        : places.stream().collect(joining(", ", "searched ", ""));
  }
}
