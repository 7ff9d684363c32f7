package org.dylink.itest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** The C programs of linker-service/src/test/native, and what programs print. */
final class TestFiles {
  private TestFiles() {}

  /** Installs a bare module through the {@code wasm:} URL handler, and starts it. */
  static Bundle start(BundleContext context, Path folder, String module)
      throws IOException, BundleException {
    Path file = Files.write(folder.resolve(module), bytes("/native/" + module));
    return startFile(context, file, "");
  }

  /**
   * Installs a file that is there.
   *
   * @param query behind the URL: empty, or from the question mark on
   */
  static Bundle startFile(BundleContext context, Path file, String query) throws BundleException {
    Bundle bundle = context.installBundle("wasm:" + file.toUri() + query);
    bundle.start();
    return bundle;
  }

  /** What a program prints, with {@code exit=N} behind it. */
  static String expected(String name) throws IOException {
    return new String(bytes("/expected/" + name + ".txt"), StandardCharsets.UTF_8);
  }

  static byte[] bytes(String resource) throws IOException {
    try (InputStream in = TestFiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("the test bundle has no " + resource);
      }
      return in.readAllBytes();
    }
  }
}
