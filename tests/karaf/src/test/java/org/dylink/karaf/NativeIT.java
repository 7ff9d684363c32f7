package org.dylink.karaf;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The feature dylink-native, configured as docs/native.md tells. */
@EnabledForJreRange(min = JRE.JAVA_22, disabledReason = "the engine native needs Java 22")
@EnabledOnOs(
    value = OS.LINUX,
    architectures = "amd64",
    disabledReason = "LLVM's jar is that of Linux on x86-64")
class NativeIT {
  private static final String ENGINE = "wasm:why app.wasm | grep --color=never 'run on engine'";

  @TempDir static Path base;
  private static Karaf karaf;

  @BeforeAll
  static void installFeatures() throws Exception {
    karaf = Karaf.start(base);
    assertEquals("", karaf.execute("feature:install dylink-native dylink-shell dylink-deployer"));
  }

  @AfterAll
  static void stop() throws Exception {
    karaf.stop();
  }

  @Test
  void aProgramRunsAsMachineCode() throws Exception {
    karaf.execute("wasm:load " + program());
    Path configuration = karaf.etc().resolve("org.dylink.engine.native.config");
    Files.writeString(
        configuration,
        "folder=\"%s\"\ncompiler=\"%s\"\ncompile=\"first\"\n"
            .formatted(base.resolve("native"), compiler()));
    karaf.await(onEngine("native"), ENGINE);
    assertEquals("42\n", karaf.execute("wasm:run app.wasm; echo $exitCode"));
    String ended = karaf.execute("wasm:ps -a | tail -n 1");
    assertTrue(ended.matches("(?s) *1  app.wasm  exited  42 +native .*"), ended);
    String compiled = karaf.execute("wasm:why app.wasm | tail -n 1");
    assertTrue(
        compiled.matches(
            "(?s)app.wasm  native  native-linux-x86_64  \\S+  .* made on this machine *\n"),
        compiled);
    Files.delete(configuration);
    karaf.await(onEngine("jvm"), ENGINE);
  }

  /** It needs no library: compiling libc.so would take seconds. */
  private static Path program() throws IOException {
    return Files.write(
        base.resolve("app.wasm"),
        module("app.wasm")
            .dylink(dylink())
            .importMemory("env", "memory", 0)
            .importFunction("wasi_snapshot_preview1", "proc_exit", "(i32) -> ()")
            .exportedFunction(
                "_start", "() -> ()", code().i32Const(42).call("wasi_snapshot_preview1.proc_exit"))
            .build()
            .bytes()
            .toArray());
  }

  private static String onEngine(String name) {
    return "app.wasm and what it needs run on engine " + name + "\n";
  }

  /** The folder that a user has from docs/native.md, of what is on this test's class path. */
  private static Path compiler() throws IOException {
    Path folder = Files.createDirectories(Path.of("target/compiler").toAbsolutePath());
    for (String each :
        Pattern.compile(File.pathSeparator)
            .splitAsStream(System.getProperty("java.class.path"))
            .toList()) {
      Path jar = Path.of(each).toAbsolutePath();
      String name = jar.getFileName().toString();
      if (name.matches("(llvm|javacpp|org\\.dylink\\.).*[.]jar")) {
        Files.deleteIfExists(folder.resolve(name));
        Files.createSymbolicLink(folder.resolve(name), jar);
      }
    }
    return folder;
  }
}
