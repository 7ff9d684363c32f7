package org.dylink.linker.osgi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.osgi.framework.wiring.BundleCapability;

/**
 * A path that a program opens, against the places of libraries in bundles. Nobody says where in the
 * machine a bundle lies: the folders that both tell must be the same, from the library upwards.
 */
final class PathMatch {
  private final List<String> folders;

  /**
   * @param file a name, or a path
   */
  PathMatch(String file) {
    this.folders = foldersOf(file);
  }

  /** Whether a library of the right name stands where the path says. */
  boolean fits(BundleCapability capability) {
    if (BundleLibrary.isHost(capability)) {
      return true; // in no folder
    }
    List<String> others = foldersOf(BundleLibrary.pathOf(capability));
    int count = Math.min(folders.size(), others.size());
    return lastOf(folders, count).equals(lastOf(others, count));
  }

  private static List<String> lastOf(List<String> all, int count) {
    return all.subList(all.size() - count, all.size());
  }

  private static List<String> foldersOf(String path) {
    Deque<String> names = new ArrayDeque<>();
    for (Iterator<String> parts = List.of(path.split("/", -1)).iterator(); parts.hasNext(); ) {
      String part = parts.next();
      if (part.equals("..")) {
        names.pollLast();
      } else if (!part.isEmpty() && !part.equals(".") && parts.hasNext()) {
        names.addLast(part);
      }
    }
    return new ArrayList<>(names);
  }
}
