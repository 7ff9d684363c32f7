package org.dylink.app.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

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

  /** Installs the bundles of some groups, in the order of the index. */
  static List<Bundle> install(BundleContext context, Set<Group> groups)
      throws IOException, BundleException {
    List<Bundle> bundles = new ArrayList<>();
    for (String line : lines()) {
      int space = line.indexOf(' ');
      if (groups.contains(Group.valueOf(line.substring(0, space)))) {
        bundles.add(install(context, line.substring(space + 1)));
      }
    }
    return bundles;
  }

  private static Bundle install(BundleContext context, String name)
      throws IOException, BundleException {
    try (InputStream content = open(name)) {
      return context.installBundle("dylink:" + name, content);
    }
  }

  private static InputStream open(String name) throws IOException {
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
