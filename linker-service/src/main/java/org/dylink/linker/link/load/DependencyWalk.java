package org.dylink.linker.link.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dylink.linker.DependencyTree;
import org.dylink.linker.Library;

/** Follows NEEDED as a link would, without loading anything. */
public final class DependencyWalk {
  /** A library whose needs are being followed. */
  private record Visit(
      String name, Library library, Iterator<String> left, List<DependencyTree> needed) {
    DependencyTree whole() {
      String detail = library.version() + " (" + library.origin() + ")";
      return new DependencyTree(name, Optional.of(library), detail, needed);
    }
  }

  private final LibrarySearch search;
  private final Set<Library> shown = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Visit> path = new ArrayDeque<>();

  private DependencyWalk(LibrarySearch search) {
    this.search = search;
  }

  /** The tree below a library; each library's own needs are shown where it comes first. */
  public static DependencyTree of(Library library, LibrarySearch search) {
    return new DependencyWalk(search).from(library);
  }

  // No recursion: how deep it goes, files decide.
  private DependencyTree from(Library root) {
    enter(root.name(), root);
    while (true) {
      Visit visit = path.peek();
      if (visit.left().hasNext()) {
        search(visit.left().next(), visit);
      } else {
        DependencyTree whole = path.pop().whole();
        if (path.isEmpty()) {
          return whole;
        }
        path.peek().needed().add(whole);
      }
    }
  }

  private void enter(String name, Library library) {
    List<String> needed = shown.add(library) ? library.needed() : List.of();
    path.push(new Visit(name, library, needed.iterator(), new ArrayList<>()));
  }

  private void search(String name, Visit by) {
    SearchResult result = search.find(name, by.library(), by.library().module().programKind());
    if (result.isFound()) {
      enter(name, result.library());
    } else {
      by.needed().add(new DependencyTree(name, Optional.empty(), result.verdict(), List.of()));
    }
  }
}
