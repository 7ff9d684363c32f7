package org.dylink.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dylink.linker.runtime.LibraryDTO;
import org.dylink.linker.runtime.LibraryState;
import org.dylink.linker.runtime.LinkerRuntime;

/** Follows what a library waits for to what those wait for. */
final class WaitWalk {
  private final List<LibraryDTO> libraries;
  private final ExpectedWires offers;
  private final Set<String> seen = new HashSet<>();
  private final List<Wait> waits = new ArrayList<>();

  private WaitWalk(List<LibraryDTO> libraries, ExpectedWires offers) {
    this.libraries = libraries;
    this.offers = offers;
  }

  static List<Wait> of(LibraryDTO library, LinkerRuntime runtime, ExpectedWires offers) {
    WaitWalk walk = new WaitWalk(runtime.libraries(), offers);
    walk.visit(library, 0);
    return walk.waits;
  }

  private void visit(LibraryDTO library, int depth) {
    seen.add(key(library));
    if (library.reasons.isEmpty()) {
      waits.add(new Wait(depth, library, ""));
    }
    library.reasons.forEach(reason -> waits.add(new Wait(depth, library, reason)));
    for (LibraryDTO each : waitedFor(library)) {
      // Libraries may need each other in a circle, and one may be needed by several.
      if (!seen.contains(key(each))) {
        visit(each, depth + 1);
      }
    }
  }

  private List<LibraryDTO> waitedFor(LibraryDTO library) {
    return libraries.stream()
        .filter(each -> each.state != LibraryState.AVAILABLE)
        .filter(each -> isWired(library, each) || offers.isMissedBy(library, each))
        .toList();
  }

  private static boolean isWired(LibraryDTO library, LibraryDTO provider) {
    return library.needs.stream()
        .anyMatch(
            need ->
                provider.bundle == need.bundle
                    && provider.name.equals(need.name)
                    && provider.version.equals(need.version)
                    && provider.origin.equals(need.origin));
  }

  private static String key(LibraryDTO library) {
    return library.bundle + " " + library.origin + " " + library.path;
  }
}
