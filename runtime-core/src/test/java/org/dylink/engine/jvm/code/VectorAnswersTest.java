package org.dylink.engine.jvm.code;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.dylink.engine.Engine;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.Memory;
import org.dylink.engine.jvm.JvmEngine;
import org.dylink.engine.jvm.code.VectorQuestions.Question;
import org.dylink.testing.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each vector instruction gives what V8 gives, for 4,000 cases with what is special among them.
 * V8's answers are kept, a digest an instruction; where node is there it can be asked itself, with
 * other seeds: {@code -Ddylink.v8.seeds=N}.
 */
public class VectorAnswersTest {
  private static final String SEEDS = "dylink.v8.seeds";
  private static final String RECORD = "dylink.v8.record";
  private static final Path RESOURCES =
      Path.of("src", "test", "resources", "org", "dylink", "engine", "jvm", "code");
  private static final String SCRIPT = "vector-answers.mjs";
  private static final String KEPT = "vector-answers.txt";
  private static final int INSTRUCTIONS = 256;
  private static final int CASES = 4_000;
  private static final long SEED = 20261130;

  // Sums of one shape, so that a function is compiled as if it had much of that.
  private static final Code INTS = bias(code().op(0xfd, 0x11), code().op(0xfd, 0xae, 1));
  private static final Code BYTES = bias(code().op(0xfd, 0x0f), code().op(0xfd, 0x6e));

  private static Code bias(Code splat, Code add) {
    Code code = code();
    for (int i = 0; i < 8; i++) {
      code.localGet(0).then(splat).localGet(0).then(splat).then(add).drop();
    }
    return code;
  }

  /** The engine that is asked. */
  protected Engine engine() {
    return new JvmEngine();
  }

  @ParameterizedTest
  @EnumSource
  void eachInstructionAnswersAsV8Has(VectorInput input) throws Exception {
    Map<String, String> kept = kept();
    for (Code bias : List.of(INTS, BYTES)) {
      answers(input, SEED, bias)
          .forEach((name, digest) -> assertEquals(kept.get(name), digest, name));
    }
  }

  @Test
  void allInstructionsAreAsked() throws IOException {
    assertEquals(INSTRUCTIONS, kept().size());
  }

  @Test
  void v8AnswersTheSameNow(@TempDir Path folder) throws Exception {
    int seeds = Integer.getInteger(SEEDS, 0);
    assumeTrue(seeds > 0, "V8 is asked where -D" + SEEDS + "=N says so");
    assumeTrue(hasNode(), "no node to ask V8 by");
    Map<String, String> found = new TreeMap<>();
    for (int i = 0; i < seeds; i++) {
      for (VectorInput input : VectorInput.values()) {
        Map<String, String> v8 = askV8(input, SEED + i, folder);
        found.putAll(v8);
        if (Boolean.getBoolean(RECORD)) {
          continue;
        }
        assertEquals(v8, answers(input, SEED + i, INTS), "seed " + (SEED + i));
        assertEquals(v8, answers(input, SEED + i, BYTES), "seed " + (SEED + i));
      }
      record(found);
    }
  }

  private static void record(Map<String, String> found) throws IOException {
    if (Boolean.getBoolean(RECORD)) {
      StringBuilder text = new StringBuilder();
      found.forEach((name, digest) -> text.append(name).append(' ').append(digest).append('\n'));
      Files.writeString(RESOURCES.resolve(KEPT), text);
    }
  }

  private static Map<String, String> kept() throws IOException {
    Map<String, String> kept = new TreeMap<>();
    try (InputStream in = VectorAnswersTest.class.getResourceAsStream(KEPT)) {
      new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))
          .lines()
          .map(line -> line.split(" "))
          .forEach(words -> kept.put(words[0], words[1]));
    }
    return kept;
  }

  private Map<String, String> answers(VectorInput input, long seed, Code bias) throws Exception {
    VectorQuestions questions = new VectorQuestions(input, CASES, seed, bias);
    Instance instance =
        engine().compile(questions.builder().build()).instantiate(List.of(), InstanceLimits.NONE);
    instance.start();
    Memory memory = (Memory) instance.export("memory").orElseThrow();
    byte[] cases = input.cases(CASES, seed);
    VectorAnswers answers = new VectorAnswers();
    for (Question each : questions.all()) {
      memory.write(0, cases, 0, cases.length);
      memory.fill(questions.results(), (byte) 0, CASES * VectorQuestions.RESULT);
      Function function = (Function) instance.export(each.export()).orElseThrow();
      assertEquals(each.size(), function.call());
      byte[] results = new byte[each.size()];
      memory.read(questions.results(), results, 0, results.length);
      answers.add(each.opcode(), results);
    }
    return answers.hex();
  }

  private static Map<String, String> askV8(VectorInput input, long seed, Path folder)
      throws Exception {
    VectorQuestions questions = new VectorQuestions(input, CASES, seed, code());
    Path module = Files.write(folder.resolve("questions.wasm"), questions.builder().toArray());
    Path cases = Files.write(folder.resolve("cases"), input.cases(CASES, seed));
    Path output = folder.resolve("answers");
    String script = RESOURCES.resolve(SCRIPT).toString();
    String results = String.valueOf(questions.results());
    run("node", script, module.toString(), cases.toString(), output.toString(), results);
    ByteBuffer found = ByteBuffer.wrap(Files.readAllBytes(output));
    VectorAnswers answers = new VectorAnswers();
    for (Question each : questions.all()) {
      byte[] bytes = new byte[each.size()];
      found.get(bytes);
      answers.add(each.opcode(), bytes);
    }
    assertFalse(found.hasRemaining());
    return answers.hex();
  }

  private static boolean hasNode() throws InterruptedException {
    try {
      run("node", "--version");
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "node takes more than a minute");
    assertEquals(0, process.exitValue(), "exit code of node");
  }
}
