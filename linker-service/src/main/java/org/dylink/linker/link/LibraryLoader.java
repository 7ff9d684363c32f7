package org.dylink.linker.link;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Problem;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkRequest;

/**
 * Finds all libraries of a program: main, preloads, then what they need, breadth first, which is
 * the order in which symbols are searched. Cycles are legal: a library is loaded once.
 */
final class LibraryLoader {
  private final LibrarySearch search;
  private final List<LoadedModule> loaded = new ArrayList<>();
  private final IdentityHashMap<Library, LoadedModule> byLibrary = new IdentityHashMap<>();
  private final List<Problem> missing = new ArrayList<>();

  private LibraryLoader(LibrarySearch search) {
    this.search = search;
  }

  /**
   * Loads a program.
   *
   * @return in load order, main first
   * @throws LinkException with every library that is missing
   */
  static List<LoadedModule> load(LinkRequest request, LibrarySearch search) throws LinkException {
    LibraryLoader loader = new LibraryLoader(search);
    loader.add(request.main(), null);
    for (String preload : request.preloads()) {
      loader.addPreload(preload);
    }
    return loader.loadAllNeeded();
  }

  /**
   * Loads a library, and what it needs, into a program that has libraries already.
   *
   * @return what is new, in load order, the library first
   * @throws LinkException with every library that is missing
   */
  static List<LoadedModule> loadMore(
      Library library, List<LoadedModule> present, LibrarySearch search) throws LinkException {
    LibraryLoader loader = new LibraryLoader(search);
    present.forEach(module -> loader.byLibrary.put(module.library(), module));
    loader.add(library, null);
    return loader.loadAllNeeded();
  }

  // The list grows while it is walked: that is what makes the walk breadth first.
  private List<LoadedModule> loadAllNeeded() throws LinkException {
    for (int i = 0; i < loaded.size(); i++) {
      loadNeeded(loaded.get(i));
    }
    if (!missing.isEmpty()) {
      throw new LinkException(missing, null);
    }
    return loaded;
  }

  private void addPreload(String name) {
    SearchResult result = search.find(name, null);
    if (result.isFound()) {
      add(result.library(), null);
    } else {
      String message = name + ": library to preload not found: " + result.failure();
      missing.add(new Problem(Reason.MISSING_LIBRARY, name, "", "", message));
    }
  }

  private void loadNeeded(LoadedModule module) {
    for (String name : module.library().needed()) {
      SearchResult result = search.find(name, module.library());
      if (result.isFound()) {
        module.dependencies().add(add(result.library(), module));
      } else {
        missing.add(missing(name, module, result.failure()));
      }
    }
  }

  private LoadedModule add(Library library, LoadedModule neededBy) {
    LoadedModule known = byLibrary.get(library);
    if (known != null) {
      return known;
    }
    LoadedModule module = new LoadedModule(library, neededBy);
    byLibrary.put(library, module);
    loaded.add(module);
    return module;
  }

  private static Problem missing(String name, LoadedModule neededBy, String failure) {
    String message =
        String.format(
            "%s: needed library %s not found: %s (%s -> %s)",
            neededBy, name, failure, neededBy.chain(), name);
    return new Problem(Reason.MISSING_LIBRARY, name, "", neededBy.name(), message);
  }
}
