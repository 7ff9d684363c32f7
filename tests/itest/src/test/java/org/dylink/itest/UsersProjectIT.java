package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** What bnd-maven-plugin with our plugin makes of the projects in src/it. */
class UsersProjectIT {
  private static final Path BUILT = Path.of("target/it");

  @Test
  void theLibraryOfTheGuideIsABundle() throws Exception {
    Path file = BUILT.resolve("c-library/target/org.acme.counter-1.2.0.jar");
    try (JarFile jar = new JarFile(file.toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      assertEquals("org.acme.counter", manifest.getValue("Bundle-SymbolicName"));
      assertEquals("1.2.0", manifest.getValue("Bundle-Version"));
      assertEquals(
          "wasm.library;abi=\"dylink.0\";digest="
              + digest(jar, "lib/libcounter.so")
              + ";path=\"lib/libcounter.so\";target=wasm32-wasip1;threads=false;version:Version=\"1.2.0\""
              + ";wasm.library=\"libcounter.so\"",
          manifest.getValue("Provide-Capability"));
      assertEquals(
          "wasm.library;filter:="
              + "\"(&(wasm.library=libc.so)(version>=22.0.0)(!(version>=23.0.0))(!(threads=true))(!(target=wasm64-*)))\""
              + ",osgi.extender;filter:="
              + "\"(&(osgi.extender=dylink)(version>=1.0.0)(!(version>=2.0.0)))\"",
          manifest.getValue("Require-Capability"));
    }
  }

  @Test
  void aBuildWithWhatIsNoLibraryFailsAndNamesTheFiles() throws Exception {
    assertEquals(
        List.of(
            "lib/libelf.so: not a WebAssembly module: starts with 7f 45 4c 46 (an ELF file)",
            "lib/libempty.so: not a WebAssembly module: the file is empty"),
        errors("not-wasm"));
  }

  /** What bnd told of files: behind the name of the bnd file, and line and column. */
  private static List<String> errors(String project) throws Exception {
    return Files.readAllLines(BUILT.resolve(project).resolve("build.log")).stream()
        .filter(line -> line.startsWith("[ERROR]") && line.contains("bnd.bnd [1:0]: "))
        .map(line -> line.substring(line.indexOf("]: ") + 3))
        .sorted()
        .toList();
  }

  private static String digest(JarFile jar, String path) throws Exception {
    try (InputStream in = jar.getInputStream(jar.getEntry(path))) {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
    }
  }
}
