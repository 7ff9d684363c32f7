package org.dylink.app.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program whose stack ends in WASI, in the dynamic linker or in a host library harms nobody else:
 * each in a JVM of its own, which it would break. The property {@code dylink.deep.steps} says at
 * how many depths each call is tried.
 */
class DeepProgramTest {
  private static final int STACK = 400 << 10;

  private static final int STEPS = Integer.getInteger("dylink.deep.steps", 30);

  @TempDir Path folder;

  @Test
  void allCallsWorkAfterwards() throws Exception {
    Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));

    assertEquals(List.of("exhausted", "afterwards: []"), run("jvm"));
  }

  private List<String> run(String engine) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-Ddylink.deep.steps=" + STEPS));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(DeepProgram.class.getName(), engine, STACK + "", folder.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    byte[] said = process.getInputStream().readAllBytes();
    return new String(said, StandardCharsets.UTF_8).lines().toList();
  }
}
