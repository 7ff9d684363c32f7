package org.dylink.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.machine.MachineObjectFile;
import org.dylink.machine.llvm.LlvmCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is changed in an object's file but its code, it is refused or contained: the JVM that
 * loads it lives. System properties as of {@link DifferentialTest}.
 */
class MutatedObjectsTest {
  private static final List<String> SETTINGS =
      List.of("dylink.fuzz.seconds", "dylink.fuzz.seed", "dylink.fuzz.case");

  @TempDir private Path folder;

  @Test
  void aChangedFileIsRefusedOrContained() throws Exception {
    Path object = folder.resolve("lib.so.object");
    Files.write(object, MachineObjectFile.write(new LlvmCompiler().compile(MutatedObjects.MODULE)));
    Process process = new ProcessBuilder(command(object)).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String end = said.substring(Math.max(0, said.length() - 2000));

    assertEquals(0, process.waitFor(), end);
    String last = said.lines().reduce("", (before, line) -> line);
    System.out.println("changed objects: seed " + FuzzSettings.SEED + ", " + last);
    assertTrue(last.matches("\\d+ refused, \\d+ mapped, \\d+ run"), end);
    boolean isOne = System.getProperty("dylink.fuzz.case") != null;
    assertTrue(isOne || last.matches("[1-9].* [1-9].* [1-9].*"), end);
  }

  private List<String> command(Path object) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-XX:ErrorFile=" + folder.resolve("jvm.log"));
    for (String each : SETTINGS) {
      if (System.getProperty(each) != null) {
        command.add("-D" + each + "=" + System.getProperty(each));
      }
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(MutatedObjects.class.getName(), object.toString()));
    return command;
  }
}
