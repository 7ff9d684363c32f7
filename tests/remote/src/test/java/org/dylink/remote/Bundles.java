package org.dylink.remote;

import aQute.bnd.osgi.Builder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The bundles of a node. */
final class Bundles {
  /** Where Maven has put all that are not built here, without their versions. */
  static final Path FOLDER = Path.of(System.getProperty("bundles.folder"));

  private static final File CLASSES = new File(System.getProperty("classes.folder"));
  private static final String OURS = "org.dylink.";
  private static final String ARIES = "org.apache.aries.";
  private static final List<String> FRAMEWORKS =
      List.of("org.apache.felix.main.jar", "org.eclipse.osgi.jar");

  private Bundles() {}

  /**
   * Aries Remote Service Admin behind what it needs: its parser of XML asks for JAXB once, which is
   * found by a bundle that has to be started.
   */
  static List<Path> remote() throws IOException {
    List<Path> bundles =
        new ArrayList<>(
            all(
                name ->
                    !name.startsWith(OURS)
                        && !name.startsWith(ARIES)
                        && !FRAMEWORKS.contains(name)));
    bundles.addAll(all(name -> name.startsWith(ARIES)));
    return bundles;
  }

  /** Dylink and the libraries. */
  static List<Path> dylink() throws IOException {
    return all(name -> name.startsWith(OURS));
  }

  private static List<Path> all(Predicate<String> wanted) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> wanted.test(file.getFileName().toString())).sorted().toList();
    }
  }

  /** Builds a bundle of the packages of this project that the headers name. */
  static Path build(Path folder, String symbolicName, Map<String, String> headers)
      throws Exception {
    Path jar = folder.resolve(symbolicName + ".jar");
    try (Builder builder = new Builder()) {
      builder.addClasspath(CLASSES);
      builder.setBundleSymbolicName(symbolicName);
      builder.setBundleVersion("1.0.0");
      headers.forEach(builder::setProperty);
      builder.build().write(jar.toFile());
      if (!builder.isOk()) {
        throw new IllegalStateException(
            symbolicName + ": " + builder.getErrors() + builder.getWarnings());
      }
    }
    return jar;
  }
}
