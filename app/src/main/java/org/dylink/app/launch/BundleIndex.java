package org.dylink.app.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/**
 * The bundles in the runnable jar. The index has a line a bundle, {@code GROUP NAME}: who runs a
 * program does not wait for the shell's bundles.
 */
final class BundleIndex {
  /** When a bundle is installed. */
  enum Group {
    /** For every command. */
    ALWAYS,
    /** Where programs may run machine code. */
    NATIVE,
    /** For the shell. */
    SHELL,
    /**
     * For the shell; started at a terminal only, where it starts a shell of its own. Elsewhere its
     * commands are used.
     */
    TERMINAL
  }

  private static final String INDEX = OwnBundle.FOLDER + "index.txt";

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

  /** Whether this jar has bundles of a group. */
  static boolean has(Group group) {
    try {
      return Stream.of(lines()).anyMatch(line -> line.startsWith(group + " "));
    } catch (IOException e) {
      return false; // it is told when the bundles are installed
    }
  }

  private static boolean isWanted(Group group, Set<Group> groups) {
    return groups.contains(group == Group.TERMINAL ? Group.SHELL : group);
  }

  private static void uninstallOthers(BundleContext context, List<Bundle> installed)
      throws BundleException {
    for (Bundle bundle : context.getBundles()) {
      if (bundle.getLocation().startsWith(OwnBundle.SCHEME) && !installed.contains(bundle)) {
        bundle.uninstall();
      }
    }
  }

  // Without a stream: OwnBundles is asked for the contents.
  private static Bundle install(BundleContext context, String name) throws BundleException {
    Bundle kept = context.getBundle(OwnBundle.SCHEME + name);
    if (kept == null) {
      return context.installBundle(OwnBundle.SCHEME + name);
    }
    kept.update();
    return kept;
  }

  /** The bundles of this jar's own classes. */
  static List<OwnBundle> own() throws IOException {
    List<OwnBundle> own = new ArrayList<>();
    for (String line : lines()) {
      OwnBundle.at(OwnBundle.SCHEME + line.substring(line.indexOf(' ') + 1)).ifPresent(own::add);
    }
    return own;
  }

  private static String[] lines() throws IOException {
    try (InputStream content = BundleIndex.class.getResourceAsStream(INDEX)) {
      if (content == null) {
        throw new IOException("no " + INDEX + " on the class path");
      }
      return new String(content.readAllBytes(), StandardCharsets.UTF_8).strip().split("\n+");
    }
  }
}
