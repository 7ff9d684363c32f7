package org.dylink.engine.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A guest's stack overflow harms nobody else: each in a JVM of its own, which it would break. */
class StackReserveTest {
  private static final String ALL_WELL = " 1.50 xab1233.375310deep1275";
  private static final int LARGE = 512 << 10;

  @ParameterizedTest
  @ValueSource(strings = {"jvm", "endive-compiler", "endive-interpreter"})
  void noClassIsBrokenWhereTheStackEnds(String engine) throws Exception {
    assertAllWell(run(engine, LARGE));
  }

  @Test
  void noClassIsBrokenInCodeThatIsOnlyInterpreted() throws Exception {
    assertAllWell(run("jvm", LARGE, "-Xint"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1", "-XX:+TieredCompilation"})
  void callsThatAreNotCheckedThemselvesFindTheReserve(String option) throws Exception {
    List<String> arguments = List.of(CountedGuest.class.getName(), "" + LARGE, "20");
    assertEquals(List.of("stack overflow", "many calls, 0 without"), java(arguments, option));
  }

  @Test
  void smallStacksOfTheHostLeaveLessAndWork() throws Exception {
    List<String> said = run("jvm", 200 << 10);
    assertEquals("guest: " + ALL_WELL.length(), said.get(said.size() - 2), said.toString());
  }

  @Test
  void checksAtTheSameDepthWhetherInterpretedOrCompiled() throws Exception {
    CompletableFuture<int[]> found = new CompletableFuture<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              int[] depths = new int[2];
              depths[0] = depthWithRoom();
              for (int i = 0; i < 20_000; i++) {
                StackReserve.check();
              }
              depths[1] = depthWithRoom();
              found.complete(depths);
            },
            "probe",
            LARGE);
    thread.start();
    int[] depths = found.get();
    // A megabyte less the reserve, in frames that are small: a probe without a frame finds room
    // down to the end.
    assertFalse(depths[0] == 0 || depths[1] == 0, depths[0] + ", " + depths[1]);
    assertFalse(leavesNothing(depths[0]) || leavesNothing(depths[1]), "no room was left");
  }

  private boolean leavesNothing(int depth) {
    return depth >= 1_000_000;
  }

  private static int depthWithRoom() {
    return StackReserve.isThere() ? 1 + depthWithRoom() : 0;
  }

  private static void assertAllWell(List<String> said) {
    assertEquals(
        List.of("both", "guest: " + ALL_WELL.length(), "host: " + ALL_WELL), said, said.toString());
  }

  private static List<String> run(String engine, int stack, String... options) throws Exception {
    return java(List.of(DeepGuest.class.getName(), engine, String.valueOf(stack)), options);
  }

  private static List<String> java(List<String> program, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(program);
    return output(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  private static List<String> output(Process process) throws IOException {
    String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return all.lines().toList();
  }
}
