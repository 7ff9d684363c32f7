package org.dylink.bnd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import aQute.bnd.header.Parameters;
import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.FileResource;
import aQute.bnd.osgi.Jar;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;
import org.dylink.deployer.WasmUrlHandler;
import org.dylink.headers.LibraryFileName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A bare module is the same to the resolver as one that was built into a bundle. */
class SameHeadersTest {
  private static final URLStreamHandler WASM =
      new URLStreamHandler() {
        @Override
        protected URLConnection openConnection(URL url) {
          return new WasmUrlHandler().openConnection(url);
        }
      };

  @Test
  void findsTheExamples() throws Exception {
    assertFalse(examples().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void thePluginAndTheDeployerWriteTheSame(Path file) throws Exception {
    Attributes built = built(file);
    Attributes deployed = deployed(file);
    for (String header : List.of("Provide-Capability", "Require-Capability")) {
      assertEquals(clauses(built, header), clauses(deployed, header));
    }
  }

  /** The header as bnd writes it: it leaves out quotes that are not needed. */
  private static String clauses(Attributes manifest, String header) {
    return new Parameters(manifest.getValue(header)).toString();
  }

  // The bundles of the examples themselves have ranges, as they are built with libc's on the path.
  private static Attributes built(Path file) throws Exception {
    try (Builder builder = new Builder()) {
      builder.setProperty("-plugin.dylink", LibraryAnalyzer.class.getName());
      builder.setProperty("-resourceonly", "true");
      builder.setProperty("Bundle-Version", "1.2.3");
      Jar content = new Jar("content");
      content.putResource("lib/" + file.getFileName(), new FileResource(file));
      builder.setJar(content);
      Attributes manifest = builder.build().getManifest().getMainAttributes();
      assertEquals(List.of(), builder.getErrors());
      return manifest;
    }
  }

  private static Attributes deployed(Path file) throws Exception {
    URL url = new URL(null, "wasm:" + file.toUri() + "?version=1.2.3", WASM);
    try (InputStream bundle = url.openStream();
        JarInputStream jar = new JarInputStream(bundle)) {
      return jar.getManifest().getMainAttributes();
    }
  }

  private static List<Path> examples() throws Exception {
    // Surefire starts in the module's folder.
    Path bundles = Path.of("").toAbsolutePath().resolveSibling("example-bundles");
    try (Stream<Path> files = Files.walk(bundles)) {
      return files
          .filter(file -> file.toString().contains("/src/main/resources/"))
          .filter(file -> LibraryFileName.isLibrary(file.toString()))
          .sorted()
          .toList();
    }
  }
}
