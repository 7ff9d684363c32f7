package org.dylink.linker.embed;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dylink.format.MalformedModuleException;
import org.dylink.linker.Library;
import org.dylink.linker.link.LibrarySearch;
import org.dylink.linker.link.SearchResult;

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
  private final List<Path> folders = new ArrayList<>();
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
    return List.copyOf(known.values());
  }

  // One object for a name: programs that use one library share what is compiled.
  @Override
  public synchronized SearchResult find(String name, Library neededBy) {
    Library library = known.get(name);
    if (library != null) {
      return SearchResult.found(library);
    }
    try {
      URL place = place(name);
      return place == null ? SearchResult.missing(searched()) : found(Library.read(place));
    } catch (IOException | MalformedModuleException e) {
      return SearchResult.missing(String.valueOf(e.getMessage()));
    }
  }

  private SearchResult found(Library library) {
    known.put(library.name(), library);
    whenFound.accept(library);
    return SearchResult.found(library);
  }

  private URL place(String name) throws MalformedURLException {
    // A name is none of the machine's paths, whatever it looks like.
    if (name.isEmpty() || name.contains("/") || name.contains("\\") || name.equals("..")) {
      return null;
    }
    for (Path folder : folders) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        return file.toUri().toURL();
      }
    }
    for (Resources each : resources) {
      URL place = each.find(name);
      if (place != null) {
        return place;
      }
    }
    return OWN.find(name);
  }

  private String searched() {
    List<String> places = new ArrayList<>();
    folders.forEach(folder -> places.add(folder.toString()));
    resources.forEach(each -> places.add("class path " + each.folder()));
    return places.isEmpty()
        ? "no folder is searched"
        : places.stream().collect(joining(", ", "searched ", ""));
  }
}
