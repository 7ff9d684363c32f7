package org.dylink.itest;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** Bundles of example-bundles that a test installs itself, as it wants them to come and go. */
final class Examples {
  private Examples() {}

  /**
   * Installs a bundle and starts it.
   *
   * @param folder in example-bundles
   */
  static Bundle start(BundleContext context, String folder) throws IOException, BundleException {
    Bundle bundle = install(context, folder);
    bundle.start();
    return bundle;
  }

  /** Installs a bundle. */
  static Bundle install(BundleContext context, String folder) throws IOException, BundleException {
    return context.installBundle(jar(path(context, folder).resolve("target")).toUri().toString());
  }

  /** A file or folder of example-bundles; common.bndrun says where that is. */
  static Path path(BundleContext context, String name) {
    return Path.of(context.getProperty("dylink.examples")).resolve(name);
  }

  private static Path jar(Path folder) throws IOException {
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(folder, "org.dylink.example.*.jar")) {
      return jars.iterator().next();
    }
  }
}
