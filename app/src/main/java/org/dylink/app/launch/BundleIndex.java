package org.dylink.app.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The bundles nested in the runnable jar. The index has a line a bundle, {@code GROUP FILE}: who
 * runs a program does not wait for the shell's bundles.
 */
final class BundleIndex {
  /** When a bundle is installed. */
  enum Group {
    /** For every command. */
    ALWAYS,
    /** For the shell. */
    SHELL,
    /** For a shell at a terminal. */
    TERMINAL
  }

  private static final String FOLDER = "/bundles/";

  private BundleIndex() {}

  /** Names of the bundles of some groups, in the order in which they are started. */
  static List<String> names(Set<Group> groups) throws IOException {
    List<String> names = new ArrayList<>();
    for (String line : lines()) {
      int space = line.indexOf(' ');
      if (groups.contains(Group.valueOf(line.substring(0, space)))) {
        names.add(line.substring(space + 1));
      }
    }
    return names;
  }

  static InputStream open(String name) throws IOException {
    InputStream content = BundleIndex.class.getResourceAsStream(FOLDER + name);
    if (content == null) {
      throw new IOException("no " + FOLDER + name + " on the class path");
    }
    return content;
  }

  private static String[] lines() throws IOException {
    try (InputStream content = open("index.txt")) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8).strip().split("\n");
    }
  }
}
