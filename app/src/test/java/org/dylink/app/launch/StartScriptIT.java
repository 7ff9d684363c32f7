package org.dylink.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code dylink} in a tree of its own, with the jar and one source. */
final class StartScriptIT {
  private static final FileTime BUILT = FileTime.fromMillis(1_700_000_000_000L);
  private static final FileTime BEFORE = FileTime.fromMillis(1_600_000_000_000L);
  private static final FileTime LATER = FileTime.fromMillis(1_800_000_000_000L);

  @TempDir private Path home;
  private Path script;

  @BeforeEach
  void makeATree() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh here, which runs the script");
    script = Files.copy(Path.of("../dylink"), home.resolve("dylink"));
    Path jar = Files.createDirectories(home.resolve("app/target")).resolve("dylink.jar");
    Files.setLastModifiedTime(Files.copy(ProcessCall.JAR, jar), BUILT);
  }

  private void write(String file, FileTime time) throws IOException {
    Path path = home.resolve(file);
    Files.createDirectories(path.getParent());
    Files.setLastModifiedTime(Files.writeString(path, "x"), time);
  }

  private String run() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("/bin/sh", script.toString(), "--version")
            .directory(home.toFile())
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, ProcessCall.end(process), err);
    assertEquals("dylink ", out.substring(0, 7));
    return err;
  }

  @Test
  void saysThatASourceIsNewerThanTheJar() throws Exception {
    write("linker-service/src/main/java/A.java", BEFORE);
    write("shell/src/main/java/B.java", LATER);
    assertEquals(
        "dylink: app/target/dylink.jar is older than shell/src/main/java/B.java;"
            + " 'mvn -DskipTests -pl app -am package' builds it anew\n",
        run());
  }

  @Test
  void saysNothingOfWhatIsNotInTheJar() throws Exception {
    write("linker-service/src/main/java/A.java", BEFORE);
    write("linker-service/src/test/java/A.java", LATER);
    write("linker-service/target/classes/A.class", LATER);
    write("tests/itest/src/main/java/A.java", LATER);
    write("docs/shell.md", LATER);
    assertEquals("", run());
  }
}
