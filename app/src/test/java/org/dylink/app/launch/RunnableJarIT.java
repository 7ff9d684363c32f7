package org.dylink.app.launch;

import static java.util.stream.Collectors.joining;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as a user starts it; whatever it does, no temporary file stays. */
final class RunnableJarIT {
  private static final int TERMINATED = 128 + 15;

  @TempDir private Path folder;
  @TempDir private Path temporary;

  @AfterEach
  void leavesNoTemporaryFile() throws IOException {
    try (Stream<Path> left = Files.list(temporary)) {
      assertEquals(0, left.filter(path -> !path.endsWith("hsperfdata")).count());
    }
  }

  private void write(Code start) throws IOException {
    ModuleBuilder program =
        ModuleBuilder.module("app.wasm")
            .dylink(dylink())
            .importMemory("env", "memory", 0)
            .exportedFunction("_start", "() -> ()", start);
    Files.write(folder.resolve("app.wasm"), program.toArray());
  }

  @Test
  void tellsOfItselfWithoutAFramework() throws Exception {
    ProcessCall help = ProcessCall.run(folder, temporary, "", "help");
    assertEquals("", help.err());
    assertTrue(help.out().startsWith("usage: dylink COMMAND"), help.out());
    ProcessCall wrong = ProcessCall.run(folder, temporary, "", "nonsense");
    assertEquals("dylink: unknown command nonsense\n'dylink help' tells more\n", wrong.err());
  }

  /** The build makes classes of them: the JVM's archives have those linked. */
  @Test
  void aStartHasNoLambdasThatTheJvmWouldMake() throws Exception {
    List<String> left = new ArrayList<>();
    try (ZipFile jar = new ZipFile(ProcessCall.JAR.toFile())) {
      for (ZipEntry entry : jar.stream().toList()) {
        String name = entry.getName();
        if (name.matches("org/dylink/(app|deployer|engine|format|headers|linker|wasi)/.*[.]class")
            && text(jar, entry).contains("LambdaMetafactory")) {
          left.add(name);
        }
      }
    }
    assertEquals(List.of(), left);
  }

  private static String text(ZipFile jar, ZipEntry entry) throws IOException {
    try (InputStream content = jar.getInputStream(entry)) {
      return new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  /** It knows all the same what the framework would have. */
  @Test
  void readsFilesWithoutAFramework() throws Exception {
    ModuleBuilder library =
        ModuleBuilder.module("libx.so").dylink(dylink().needed("libdl.so", "libgone.so"));
    Files.write(folder.resolve("libx.so"), library.toArray());
    ProcessCall ldd = ProcessCall.run(folder, temporary, "", "ldd", "libx.so");
    assertEquals(127, ldd.code());
    assertEquals(
        """
        libx.so => libx.so
          libdl.so => bundle org.dylink.linker VERSION
          libgone.so => not found: searched no folder, as there is no -L
        """,
        ldd.out().replaceAll("linker [0-9].*", "linker VERSION"));
    ProcessCall info = ProcessCall.run(folder, temporary, "", "info", "libx.so");
    assertEquals("name          libx.so", info.out().lines().findFirst().orElseThrow());
  }

  @Test
  void endsTheProcessWithTheExitCode() throws Exception {
    write(code().unreachable());
    ProcessCall call = ProcessCall.run(folder, temporary, "", "run", "app.wasm");
    assertEquals(134, call.code(), call.err());
    assertTrue(call.err().startsWith("dylink: app.wasm: trapped: unreachable"), call.err());
  }

  @Test
  void endsWhenItIsToldInALoop() throws Exception {
    write(code().loop().br(0).end());
    assertEndsAtWork();
  }

  @Test
  void endsWhenItIsToldWaitingForInput() throws Exception {
    ModuleBuilder program =
        ModuleBuilder.module("app.wasm")
            .importFunction("wasi_snapshot_preview1", "fd_read", "(i32, i32, i32, i32) -> i32")
            .memory(1)
            .exportMemory("memory")
            // One buffer of a byte at address 0.
            .data(code().i32Const(4), new byte[] {1})
            .exportedFunction("_start", "() -> ()", read());
    Files.write(folder.resolve("app.wasm"), program.toArray());
    assertEndsAtWork();
  }

  private static Code read() {
    return code()
        .i32Const(0)
        .i32Const(0)
        .i32Const(1)
        .i32Const(8)
        .call("wasi_snapshot_preview1.fd_read")
        .drop();
  }

  @Test
  void endsWhenItIsToldWaitingForAStream() throws Exception {
    ModuleBuilder program =
        ModuleBuilder.module("app.wasm")
            .importFunction("wasi_snapshot_preview1", "poll_oneoff", "(i32, i32, i32, i32) -> i32")
            .memory(1)
            .exportMemory("memory")
            // A subscription at address 64: standard input, to be read.
            .data(code().i32Const(72), new byte[] {1})
            .exportedFunction(
                "_start",
                "() -> ()",
                code()
                    .i32Const(64)
                    .i32Const(128)
                    .i32Const(1)
                    .i32Const(8)
                    .call("wasi_snapshot_preview1.poll_oneoff")
                    .drop());
    Files.write(folder.resolve("app.wasm"), program.toArray());
    assertEndsAtWork();
  }

  /**
   * The last step of the link is traced right before the program runs. Nothing is said afterwards:
   * who ends it knows why. What a JVM prints that aborts stands in the message of a failure.
   */
  private void assertEndsAtWork() throws IOException, InterruptedException {
    Process process = ProcessCall.start(folder, temporary, "run", "--trace", "app.wasm");
    BufferedReader trace = process.errorReader();
    String line = trace.readLine();
    while (!line.endsWith(": bound")) {
      line = trace.readLine();
    }
    process.toHandle().destroy(); // destroy() would close its streams, too
    int code = ProcessCall.end(process);
    assertEquals(List.of(), trace.lines().filter(said -> !said.contains(" ms  ")).toList());
    String out = process.inputReader().lines().collect(joining("\n"));
    assertEquals(TERMINATED, code, out);
  }

  @Test
  void aShellEndsWhenItIsTold() throws Exception {
    Process process = ProcessCall.start(folder, temporary, "shell");
    process.getOutputStream().write("wasm:list\n".getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    assertTrue(process.inputReader().readLine().startsWith("NAME"));
    process.toHandle().destroy(); // destroy() would close its streams, too
    assertEquals(TERMINATED, ProcessCall.end(process));
    assertEquals("", new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
  }

  @Test
  void readsShellCommandsFromAPipe() throws Exception {
    ProcessCall call =
        ProcessCall.run(folder, temporary, "start 1\nwasm:list\nfly\nexit\nfly\n", "shell");
    // From the first line on: start has nothing to tell.
    assertTrue(call.out().startsWith("NAME"), call.out());
    assertTrue(call.out().contains("libdl.so"), call.out());
    assertEquals("fly: no such command\n", call.err());
    assertEquals(127, call.code());
  }

  @Test
  void bundlesHaveTheirIdsWithoutATerminal() throws Exception {
    write(code());
    String lines =
        "wasm:load app.wasm\nstop ID\nwasm:list -s withdrawn\nuninstall ID\nwasm:info app.wasm\n";
    ProcessCall loaded = ProcessCall.run(folder, temporary, "wasm:load app.wasm\n", "shell");
    String id = loaded.out().strip().replaceFirst("(?s).* available +(\\d+) .*", "$1");
    ProcessCall call = ProcessCall.run(folder, temporary, lines.replace("ID", id), "shell");
    assertEquals("dylink: no library is named app.wasm; wasm:list shows all\n", call.err());
    assertTrue(call.out().contains(" withdrawn  " + id + " "), call.out());
  }

  @Test
  void aStorageThatIsNamedKeepsTheBundles() throws Exception {
    write(code());
    ProcessCall call =
        ProcessCall.run(folder, temporary, "wasm:load app.wasm\n", "shell", "--storage", "kept");
    assertEquals(0, call.code(), call.err());
    Files.delete(folder.resolve("app.wasm"));
    String lines = "wasm:list -s available | grep app.wasm\nwasm:run app.wasm\n";
    call = ProcessCall.run(folder, temporary, lines, "shell", "--storage", "kept");
    assertEquals("", call.err());
    assertTrue(call.out().startsWith("app.wasm "), call.out());
    assertEquals(0, call.code());
  }

  @Test
  void aStorageThatIsAFileIsRefused() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    ProcessCall call = ProcessCall.run(folder, temporary, "", "shell", "--storage", "file");
    assertEquals("dylink: --storage: expected a folder, found a file: " + file + "\n", call.err());
    assertEquals(70, call.code());
  }

  @Test
  void theShellHasItsUsualCommandsWithoutATerminal() throws Exception {
    String lines = "echo one 'two  words'\neach [1 2] {\n  echo $it\n}\necho a | grep a\n# end\n";
    ProcessCall call = ProcessCall.run(folder, temporary, lines, "shell");
    assertEquals("one two  words\n1\n2\na\n", call.out());
    assertEquals("", call.err());
    assertEquals(0, call.code());
  }

  @Test
  void theShellEndsWithTheCodeOfTheLastLineThatFailed() throws Exception {
    write(code().unreachable());
    String load = "wasm:load app.wasm\n";
    String fails = "wasm:run app.wasm\n";
    assertEquals(134, codeOf(load + fails + "echo goes on\n"));
    assertEquals(0, codeOf(load + "wasm:run app.wasm || echo caught\n"));
    assertEquals(2, codeOf(fails));
    assertEquals(127, codeOf(load + fails + "fly\n"));
    assertEquals(7, codeOf("fly\nexit 7\nfly\n"));
    assertEquals(1, codeOf("echo 'open\n"));
  }

  private int codeOf(String lines) throws IOException, InterruptedException {
    return ProcessCall.run(folder, temporary, lines, "shell").code();
  }
}
