package org.dylink.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the engine generates does not meet the known faults of HotSpot's compiler: it is compiled at
 * once, in the usual order and in random ones. Longer with {@code -Ddylink.stress.calls=N} and
 * {@code -Ddylink.stress.seeds=N}.
 */
class CompilerStressTest {
  private static final int CALLS = Integer.getInteger("dylink.stress.calls", 20_000);
  private static final int SEEDS = Integer.getInteger("dylink.stress.seeds", 1);

  // All that calls pass is compiled: what is right took the interpreter most of the time.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Xcomp -XX:CompileCommand=quiet -XX:CompileCommand=compileonly,wasm.*::*"
            + " -XX:CompileCommand=compileonly,org.dylink.*::*"
            + " -XX:CompileCommand=compileonly,java.lang.invoke.*::*"
            + " -XX:CompileCommand=compileonly,jdk.internal.*::*"
            + " -XX:CompileCommand=compileonly,java.util.*::*",
        "-XX:+StressIGVN -XX:+StressGCM -XX:+StressLCM -XX:StressSeed=SEED -XX:-TieredCompilation"
      })
  void comparesRightWhateverTheCompilerDoes(String options) throws Exception {
    for (int seed = 1; seed <= SEEDS; seed++) {
      assertEquals(CALLS + " calls, 0 wrong", run(options, seed), "seed " + seed);
    }
  }

  private static String run(String options, int seed) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-Xmx256m"));
    command.addAll(List.of(options.replace("SEED", String.valueOf(seed)).split(" ")));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(ComparisonSteps.class.getName(), seed + "", CALLS + ""));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    byte[] said = process.getInputStream().readAllBytes();
    return new String(said, StandardCharsets.UTF_8).strip();
  }
}
