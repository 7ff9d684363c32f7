package org.dylink.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dylink.app.launch.Corpus.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dylink prelink}, and runs that begin in its images. */
final class PrelinkIT {
  private static final Path EXAMPLES = Path.of("../example-bundles").toAbsolutePath().normalize();
  private static final int HEADER = 12; // its name and format; the digest of the rest follows
  private static final int DIGEST = 32;

  private static final List<String> CORPUS =
      List.of(
          "01-hello",
          "02-twolevel",
          "04-data",
          "05-ctors",
          "06-dlopen",
          "10-tls",
          "11-runpath",
          "12-bigdata",
          "14-qsort",
          "16-varargs",
          "17-cxx-virtual",
          "20-zlib",
          "23-nostdlib");

  private static EmbeddedFramework framework;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws Exception {
    framework = EmbeddedFramework.start();
  }

  @AfterAll
  static void stop() throws Exception {
    framework.close();
  }

  @BeforeEach
  void copy() throws Exception {
    Files.copy(EXAMPLES.resolve("libc/src/main/resources/lib/libc.so"), folder.resolve("libc.so"));
    Files.copy(
        EXAMPLES.resolve("hello/src/main/resources/bin/hello.wasm"), folder.resolve("hello.wasm"));
  }

  private static String call(Path folder, int code, String... line) throws Exception {
    RecordedCall call = RecordedCall.of(folder, line);
    assertEquals(code, framework.call(call.launch()), call.err());
    return code == 0 ? call.out() : call.err();
  }

  /** Writes other text into the memory that an image holds: who begins in it shows that. */
  private static void change(Path image, String text, String other) throws Exception {
    byte[] bytes = Files.readAllBytes(image);
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    byte[] now = all.replace(text, other).getBytes(StandardCharsets.ISO_8859_1);
    byte[] body = Arrays.copyOfRange(now, HEADER + DIGEST, now.length);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
    System.arraycopy(digest, 0, now, HEADER, DIGEST);
    Files.write(image, now);
  }

  @Test
  void aRunBeginsInTheImageBesideMain() throws Exception {
    String plain = call(folder, 0, "run", "-L", ".", "hello.wasm", "x y");
    Path image = folder.resolve("hello.wasm.image");
    String made = call(folder, 0, "prelink", "-L", ".", "hello.wasm");
    assertEquals("hello.wasm: " + Files.size(image) + " bytes in " + image + "\n", made);
    assertEquals(plain, call(folder, 0, "run", "-L", ".", "hello.wasm", "x y"));

    change(image, "arguments", "ARGUMENTS");
    assertEquals(
        plain.replace("arguments", "ARGUMENTS"),
        call(folder, 0, "run", "-L", ".", "hello.wasm", "x y"));
    String other = "--stack-size=100K";
    assertEquals(plain, call(folder, 0, "run", other, "-L", ".", "hello.wasm", "x y"));
    assertEquals(plain, call(folder, 0, "run", "--trace", "-L", ".", "hello.wasm", "x y"));
  }

  @Test
  void anImageMayStandElsewhere() throws Exception {
    Path image = folder.resolve("made");
    call(folder, 0, "prelink", "-o", "made", "-L", ".", "hello.wasm");
    change(image, "arguments", "ARGUMENTS");
    assertEquals(
        "hello: 0 ARGUMENTS\nhello: GREETING is not set\n",
        call(folder, 0, "run", "--image", "made", "-L", ".", "hello.wasm"));
    String error = call(folder, 2, "run", "--image", "no", "-L", ".", "hello.wasm");
    assertTrue(error.startsWith("dylink: --image: expected a file, found no\n"), error);
  }

  @Test
  void programsOfTheCorpusPrintTheSameFromAnImage() throws Exception {
    Corpus.SHARED.assumeThere();
    List<String> refused = new ArrayList<>();
    List<String> begun = new ArrayList<>();
    for (String name : CORPUS) {
      Run run = Corpus.SHARED.run(name, "", "jvm");
      Path image = folder.resolve(name + ".image");
      List<String> line = new ArrayList<>(run.commandLine());
      RecordedCall prelink = new RecordedCall(run.path(), "", prelinking(line, image));
      if (framework.call(prelink.launch()) == 0) {
        begun.add(name);
        line.addAll(1, List.of("--image", image.toString()));
        RecordedCall call = new RecordedCall(run.path(), "", line);
        int code = framework.call(call.launch());
        assertEquals(run.expected(), call.out() + "exit=" + code + "\n", call.err());
      } else {
        refused.add(prelink.err().strip());
      }
    }
    assertEquals(
        List.of(
            "dylink: main.wasm: cannot be prelinked: a constructor calls fd_fdstat_get"
                + " of wasi_snapshot_preview1"),
        refused);
    assertEquals(CORPUS.stream().filter(name -> !name.equals("05-ctors")).toList(), begun);
  }

  private static List<String> prelinking(List<String> run, Path image) {
    List<String> line = new ArrayList<>(List.of("prelink", "-o", image.toString()));
    for (String each : run.subList(1, run.size())) {
      line.add(each);
      if (each.endsWith(".wasm")) {
        break; // its arguments
      }
    }
    return line;
  }
}
