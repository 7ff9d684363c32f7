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
    /**
     * For the shell; started at a terminal only, where it starts a shell of its own. Elsewhere its
     * commands are used.
     */
    TERMINAL
  }

  private static final String SCHEME = "dylink:";
  private static final String FOLDER = "/bundles/";

  private BundleIndex() {}

  /**
   * Installs the bundles of some groups, in the order of the index. A storage that was kept has
   * those of an earlier jar: they are replaced.
   *
   * @return those that are to be started
   */
  static List<Bundle> install(BundleContext context, Set<Group> groups)
      throws IOException, BundleException {
    List<Bundle> toStart = new ArrayList<>();
    List<Bundle> installed = new ArrayList<>();
    for (String line : lines()) {
      int space = line.indexOf(' ');
      Group group = Group.valueOf(line.substring(0, space));
      if (isWanted(group, groups)) {
        installed.add(install(context, line.substring(space + 1)));
      }
      if (groups.contains(group)) {
        toStart.add(installed.get(installed.size() - 1));
      }
    }
    uninstallOthers(context, installed);
    return toStart;
  }

  private static boolean isWanted(Group group, Set<Group> groups) {
    return groups.contains(group == Group.TERMINAL ? Group.SHELL : group);
  }

  private static void uninstallOthers(BundleContext context, List<Bundle> installed)
      throws BundleException {
    for (Bundle bundle : context.getBundles()) {
      if (bundle.getLocation().startsWith(SCHEME) && !installed.contains(bundle)) {
        bundle.uninstall();
      }
    }
  }

  private static Bundle install(BundleContext context, String name)
      throws IOException, BundleException {
    try (InputStream content = open(name)) {
      Bundle kept = context.getBundle(SCHEME + name);
      if (kept == null) {
        return context.installBundle(SCHEME + name, content);
      }
      kept.update(content);
      return kept;
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
