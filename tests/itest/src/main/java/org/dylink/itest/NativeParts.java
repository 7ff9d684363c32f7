package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.dylink.format.WasmModule;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/**
 * The engine native and its compiler, which only some JDKs build.
 *
 * @param folder where the build puts them; common.bndrun says where that is
 */
record NativeParts(Path folder) {
  /** Where machine code runs today. */
  static final String PLATFORM = "linux-x86_64";

  static NativeParts of(BundleContext context) {
    return new NativeParts(Path.of(context.getProperty("dylink.machine")));
  }

  boolean areThere() {
    return Files.isDirectory(folder);
  }

  /** The folder of the compiler's jars. */
  Path compiler() {
    return folder.resolve("compiler");
  }

  /** Installs the engine's bundle and starts it. */
  Bundle startEngine(BundleContext context) throws IOException, BundleException {
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(folder.resolve("engine"), "org.dylink.machine-*.jar")) {
      Bundle bundle = context.installBundle(jars.iterator().next().toUri().toString());
      bundle.start();
      return bundle;
    }
  }

  /**
   * Machine code of a module, as a bundle has it.
   *
   * @param scratch a folder for files
   */
  byte[] compile(WasmModule module, Path scratch) throws IOException, InterruptedException {
    Path wasm = Files.write(scratch.resolve(module.name()), module.bytes().toArray());
    Path object = scratch.resolve(module.name() + ".object");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            compiler().resolve("*").toString(),
            "org.dylink.machine.llvm.CompilerMain",
            wasm.toString(),
            object.toString(),
            PLATFORM);
    // Its standard input stays open: it ends when nobody waits for it any more.
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, process.waitFor(), said);
    } finally {
      process.destroyForcibly();
    }
    return Files.readAllBytes(object);
  }

  static String sha256(byte[] file) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
  }
}
