package org.dylink.linker.osgi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The folders of a bundle that a library's RUNTIME_PATH names. {@code $ORIGIN} is the folder of the
 * library in its bundle; an entry without it names a folder of the machine, which no bundle has.
 */
final class BundleFolders {
  private static final List<String> ORIGINS = List.of("$ORIGIN", "${ORIGIN}");

  private BundleFolders() {}

  /**
   * The folders, in the order of the file. Those outside of the bundle are left out.
   *
   * @param path the library's path in its bundle
   * @param runtimePath the entries as the file has them
   */
  static List<String> of(String path, List<String> runtimePath) {
    String origin = path.substring(0, path.lastIndexOf('/') + 1);
    return runtimePath.stream()
        .flatMap(entry -> belowOrigin(entry).stream())
        .flatMap(rest -> normal(origin + rest).stream())
        .toList();
  }

  /** The folder that a library stands in, spelled as {@link #of} spells it; the root is empty. */
  static Optional<String> folderOf(String path) {
    return normal(path + "/..");
  }

  /** What follows {@code $ORIGIN}, which must be all of the first name. */
  private static Optional<String> belowOrigin(String entry) {
    return ORIGINS.stream()
        .filter(origin -> entry.equals(origin) || entry.startsWith(origin + "/"))
        .map(origin -> entry.substring(origin.length()))
        .findFirst();
  }

  /** Without {@code .} and {@code ..}; nothing for a path that leaves the bundle on its way. */
  private static Optional<String> normal(String path) {
    Deque<String> names = new ArrayDeque<>();
    for (String name : path.split("/", -1)) {
      if (name.equals("..")) {
        if (names.isEmpty()) {
          return Optional.empty();
        }
        names.removeLast();
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.addLast(name);
      }
    }
    return Optional.of(String.join("/", names));
  }
}
