package org.dylink.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dylink.linker.runtime.LibraryDTO;
import org.dylink.linker.runtime.LibraryState;
import org.dylink.linker.runtime.LinkerRuntime;
import org.dylink.linker.runtime.NeedDTO;

/** Follows what a library waits for to what those wait for. */
final class WaitWalk {
  private final List<LibraryDTO> libraries;
  private final Set<String> seen = new HashSet<>();
  private final List<Wait> waits = new ArrayList<>();

  private WaitWalk(List<LibraryDTO> libraries) {
    this.libraries = libraries;
  }

  static List<Wait> of(LibraryDTO library, LinkerRuntime runtime) {
    WaitWalk walk = new WaitWalk(runtime.libraries());
    walk.visit(library, 0);
    return walk.waits;
  }

  private void visit(LibraryDTO library, int depth) {
    seen.add(key(library));
    if (library.reasons.isEmpty()) {
      waits.add(new Wait(depth, library, ""));
    }
    library.reasons.forEach(reason -> waits.add(new Wait(depth, library, reason)));
    for (NeedDTO need : library.needs) {
      provider(need)
          .filter(each -> each.state != LibraryState.AVAILABLE)
          // Libraries may need each other in a circle.
          .filter(each -> !seen.contains(key(each)))
          .ifPresent(each -> visit(each, depth + 1));
    }
  }

  private static String key(LibraryDTO library) {
    return library.bundle + " " + library.origin + " " + library.path;
  }

  private Optional<LibraryDTO> provider(NeedDTO need) {
    return libraries.stream()
        .filter(
            each ->
                each.bundle == need.bundle
                    && each.name.equals(need.name)
                    && each.version.equals(need.version)
                    && Objects.equals(each.origin, need.origin))
        .findFirst();
  }
}
