package org.dylink.linker.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Problem;
import org.dylink.linker.LinkRequest;

/**
 * Finds all libraries of a program: main, preloads, then what they need, breadth first, which is
 * the order in which symbols are searched. Cycles are legal: a library is loaded once, whatever
 * names it is needed by.
 */
final class LibraryLoader {
  private final LibrarySearch search;
  private final Admission admission;
  private final List<LoadedModule> loaded = new ArrayList<>();
  private final Map<Object, LoadedModule> byIdentity = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private LibraryLoader(LinkContext context) {
    this.search = context.search();
    this.admission = context.admission();
  }

  /**
   * Loads a program.
   *
   * @return in load order, main first
   * @throws LinkException with every library that is missing or must not be linked
   */
  static List<LoadedModule> load(LinkRequest request, LinkContext context) throws LinkException {
    LibraryLoader loader = new LibraryLoader(context);
    loader.add(request.main(), null);
    request.modules().values().forEach(module -> loader.admit(module, null));
    for (String preload : request.preloads()) {
      loader.addPreload(preload);
    }
    return loader.loadAllNeeded();
  }

  /**
   * Loads a library, and what it needs, into a program that has libraries already.
   *
   * @return what is new, in load order, the library first
   * @throws LinkException with every library that is missing or must not be linked
   */
  static List<LoadedModule> loadMore(
      Library library, List<LoadedModule> present, LinkContext context) throws LinkException {
    LibraryLoader loader = new LibraryLoader(context);
    present.forEach(module -> loader.byIdentity.put(module.library().identity(), module));
    loader.add(library, null);
    return loader.loadAllNeeded();
  }

  // The list grows while it is walked: that is what makes the walk breadth first.
  private List<LoadedModule> loadAllNeeded() throws LinkException {
    for (int i = 0; i < loaded.size(); i++) {
      loadNeeded(loaded.get(i));
    }
    if (!problems.isEmpty()) {
      throw new LinkException(problems, null);
    }
    return loaded;
  }

  private void addPreload(String name) {
    SearchResult result = search.find(name, null);
    if (result.isFound()) {
      add(result.library(), null);
    } else {
      String message = name + ": library to preload " + result.verdict();
      problems.add(new Problem(result.reason(), name, "", "", message));
    }
  }

  private void loadNeeded(LoadedModule module) {
    for (String name : module.library().needed()) {
      SearchResult result = search.find(name, module.library());
      if (result.isFound()) {
        module.dependencies().add(add(result.library(), module));
      } else {
        problems.add(missing(name, module, result));
      }
    }
  }

  private LoadedModule add(Library library, LoadedModule neededBy) {
    LoadedModule known = byIdentity.get(library.identity());
    if (known != null) {
      return known;
    }
    LoadedModule module = new LoadedModule(library, neededBy);
    admit(library, neededBy);
    byIdentity.put(library.identity(), module);
    loaded.add(module);
    return module;
  }

  private void admit(Library library, LoadedModule neededBy) {
    Optional<Admission.Refusal> refusal = admission.admit(library);
    String asking = neededBy == null ? "" : neededBy.name();
    String chain = neededBy == null ? "" : " (" + neededBy.chain() + " -> " + library.name() + ")";
    refusal.ifPresent(
        r ->
            problems.add(
                new Problem(
                    r.reason(),
                    library.name(),
                    "",
                    asking,
                    library.name() + ": " + r.detail() + chain)));
  }

  private static Problem missing(String name, LoadedModule neededBy, SearchResult result) {
    String message =
        String.format(
            "%s: needed library %s %s (%s -> %s)",
            neededBy, name, result.verdict(), neededBy.chain(), name);
    return new Problem(result.reason(), name, "", neededBy.name(), message);
  }
}
