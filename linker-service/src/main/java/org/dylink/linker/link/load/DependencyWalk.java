package org.dylink.linker.link.load;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dylink.linker.DependencyTree;
import org.dylink.linker.Library;

/** Follows NEEDED as a link would, without loading anything. */
public final class DependencyWalk {
  private final LibrarySearch search;
  private final Set<Library> shown = Collections.newSetFromMap(new IdentityHashMap<>());

  private DependencyWalk(LibrarySearch search) {
    this.search = search;
  }

  /** The tree below a library; each library's own needs are shown where it comes first. */
  public static DependencyTree of(Library library, LibrarySearch search) {
    return new DependencyWalk(search).found(library.name(), library);
  }

  private DependencyTree found(String name, Library library) {
    List<DependencyTree> needed =
        shown.add(library)
            ? library.needed().stream().map(each -> search(each, library)).toList()
            : List.of();
    String detail = library.version() + " (" + library.origin() + ")";
    return new DependencyTree(name, Optional.of(library), detail, needed);
  }

  private DependencyTree search(String name, Library neededBy) {
    SearchResult result = search.find(name, neededBy);
    return result.isFound()
        ? found(name, result.library())
        : new DependencyTree(name, Optional.empty(), result.verdict(), List.of());
  }
}
