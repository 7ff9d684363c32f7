package org.dylink.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** A Felix without bundles, started and stopped: startup.sh measures others against it. */
public final class EmptyFelix {
  private EmptyFelix() {}

  /** Starts and stops. */
  public static void main(String[] arguments)
      throws BundleException, IOException, InterruptedException {
    Path storage = Files.createTempDirectory("empty-felix");
    Framework framework =
        new FrameworkFactory()
            .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, storage.toString()));
    framework.start();
    framework.stop();
    framework.waitForStop(0);
    try (Stream<Path> files = Files.walk(storage)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
    }
  }
}
