package org.dylink.linker.link.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.format.ProgramKind;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Problem;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.link.parts.Place;

/**
 * Finds all libraries of a program: main, preloads, then what they need, breadth first, which is
 * the order in which symbols are searched. Cycles are legal: a library is loaded once, whatever
 * names it is needed by.
 */
public final class LibraryLoader {
  private final LibrarySearch search;
  private final Admission admission;
  private final List<Place> loaded = new ArrayList<>();
  private final Map<Object, Place> byIdentity = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private ProgramKind program = ProgramKind.ANY;

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
  public static List<Place> load(LinkRequest request, LinkContext context) throws LinkException {
    LibraryLoader loader = new LibraryLoader(context);
    loader.add(request.main(), null);
    request.modules().values().forEach(place -> loader.admit(place, null));
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
  public static List<Place> loadMore(Library library, List<Place> present, LinkContext context)
      throws LinkException {
    LibraryLoader loader = new LibraryLoader(context);
    present.forEach(loader::know);
    loader.add(library, null);
    return loader.loadAllNeeded();
  }

  // The list grows while it is walked: that is what makes the walk breadth first.
  private List<Place> loadAllNeeded() throws LinkException {
    for (int i = 0; i < loaded.size(); i++) {
      loadNeeded(loaded.get(i));
    }
    if (!problems.isEmpty()) {
      throw new LinkException(problems, null);
    }
    return loaded;
  }

  private void addPreload(String name) {
    SearchResult result = search.find(name, null, program);
    if (result.isFound()) {
      add(result.library(), null);
    } else {
      String message = name + ": library to preload " + result.verdict();
      problems.add(new Problem(result.reason(), name, "", "", message));
    }
  }

  private void loadNeeded(Place place) {
    for (String name : place.library().needed()) {
      SearchResult result = search.find(name, place.library(), program);
      if (result.isFound()) {
        place.dependencies().add(add(result.library(), place));
      } else {
        problems.add(missing(name, place, result));
      }
    }
  }

  private Place add(Library library, Place neededBy) {
    Place known = byIdentity.get(library.identity());
    if (known != null) {
      return known;
    }
    Place place = new Place(library, neededBy);
    admit(library, neededBy);
    know(place);
    loaded.add(place);
    return place;
  }

  // Main comes first: it says what the others must be.
  private void know(Place place) {
    byIdentity.put(place.library().identity(), place);
    program = program.and(place.module().programKind());
  }

  private void admit(Library library, Place neededBy) {
    Optional<Admission.Refusal> refusal = admission.admit(library);
    String asking = neededBy == null ? "" : neededBy.name();
    String chain = neededBy == null ? "" : " (" + neededBy.chain().to(library.name()) + ")";
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

  private static Problem missing(String name, Place neededBy, SearchResult result) {
    String message =
        String.format(
            "%s: needed library %s %s (%s)",
            neededBy, name, result.verdict(), neededBy.chain().to(name));
    return new Problem(result.reason(), name, "", neededBy.name(), message);
  }
}
