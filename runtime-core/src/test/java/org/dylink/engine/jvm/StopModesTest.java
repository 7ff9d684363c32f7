package org.dylink.engine.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Programs are stopped by whatever compiles them: guests look in another way without HotSpot's
 * second compiler.
 */
class StopModesTest {
  @ParameterizedTest
  @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1", "-XX:-TieredCompilation"})
  void stopsInEachModeOfHotSpot(String option) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    List<String> command =
        List.of(
            java,
            option,
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-cp",
            classPath,
            Stopped.class.getName());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals("stopped", said.strip());
    assertEquals(0, process.waitFor());
  }

  /** What runs there. */
  static final class Stopped {
    private Stopped() {}

    public static void main(String[] arguments) throws Exception {
      StopTest programs = new StopTest();
      programs.stopsALoopWithoutCalls();
      programs.stopsALoopThatReadsMemory();
      programs.stopsRecursion();
      programs.stopsIndirectTailCalls();
      programs.goesOnAfterAnotherProgramWasStopped(1_000);
      System.out.println("stopped");
    }
  }
}
