package org.dylink.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dylink.toolchain.ClangSearch;
import org.dylink.toolchain.ToolchainException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code dylink cc} with the clang that is there or that {@code DYLINK_CLANG} names; and without
 * any.
 */
final class CompilerIT {
  @TempDir private static Path cache;
  @TempDir private Path folder;

  private static void needClang() {
    if (System.getenv("DYLINK_CLANG") != null) {
      return;
    }
    try {
      ClangSearch.find(System.getenv());
    } catch (ToolchainException e) {
      assumeTrue(false, e.getMessage());
    }
  }

  private ProcessCall dylink(String... arguments) throws IOException, InterruptedException {
    return callWith(System.getenv("PATH"), arguments);
  }

  private ProcessCall callWith(String path, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = ProcessCall.command(folder);
    command.add(1, "-Duser.home=" + folder);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("DYLINK_CACHE", cache.toString());
    builder.environment().put("PATH", path);
    if (!path.equals(System.getenv("PATH"))) {
      builder.environment().remove("DYLINK_CLANG");
    }
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new ProcessCall(ProcessCall.end(process), out, err);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static String libraries(String target) throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      Path sysroot =
          files.filter(f -> f.getFileName().toString().startsWith("sysroot")).findFirst().get();
      return sysroot.resolve("lib").resolve(target).toString();
    }
  }

  @Test
  void aLibraryAndAProgramOfC() throws Exception {
    needClang();
    write("twice.c", "int twice(int x) { return 2 * x; }");
    write(
        "main.c",
        "#include <stdio.h>\nint twice(int);\nint main() { printf(\"%d\\n\", twice(21)); }");

    assertEquals(
        new ProcessCall(0, "", ""), dylink("cc", "-O2", "-shared", "-o", "libtwice.so", "twice.c"));
    assertEquals(
        new ProcessCall(0, "", ""), dylink("cc", "-o", "main.wasm", "main.c", "-L.", "-ltwice"));
    assertEquals(
        new ProcessCall(0, "42\n", ""),
        dylink("run", "-L", ".", "-L", libraries("wasm32-wasip1"), "main.wasm"));
  }

  @Test
  void aProgramOfCxxWithExceptionsAndThreads() throws Exception {
    needClang();
    write(
        "main.cc",
        """
        #include <iostream>
        #include <stdexcept>
        #include <thread>
        int main() {
          int sum = 0;
          std::thread adder([&] {
            try { throw std::runtime_error("one"); } catch (std::exception &e) { sum = 40; }
          });
          adder.join();
          try { throw 2; } catch (int i) { std::cout << sum + i << std::endl; }
        }
        """);
    assertEquals(
        new ProcessCall(0, "", ""),
        dylink("cc", "-pthread", "-std=c++20", "-o", "m.wasm", "main.cc"));
    assertEquals(
        new ProcessCall(0, "42\n", ""),
        dylink("run", "-L", libraries("wasm32-wasip1-threads"), "m.wasm"));
  }

  @Test
  void anInterfaceOfAHeader() throws Exception {
    needClang();
    write("twice.h", "/** Twice as much. */\nint twice(int number);\nextern int calls;\n");
    ProcessCall call = dylink("bindings", "-I.", "--package", "com.acme", "-o", "java", "twice.h");
    Path source = folder.resolve("java/com/acme/Twice.java");
    assertEquals(
        new ProcessCall(
            0,
            "",
            source
                + "\nTwice: 1 of 1 functions\n"
                + "left out: calls: a variable: binding().symbol(\"calls\")\n"),
        call);
    String text = Files.readString(source);
    assertTrue(text.contains("@WasmLibrary(\"libtwice.so\")"), text);
    assertTrue(text.contains("int twice(int number);"), text);

    ProcessCall printed = dylink("bindings", "--package", "com.acme", "twice.h");
    assertEquals(text, printed.out());
    assertEquals(
        new ProcessCall(70, "", "dylink: " + folder.resolve("no.h") + ": no such file\n"),
        dylink("bindings", "no.h"));
  }

  @Test
  void anInterfaceHasTheFunctionsThatItsLibraryHas() throws Exception {
    needClang();
    write("twice.c", "int twice(int x, double f) { return 2 * x * f; }");
    write("twice.h", "int twice(int x, FACTOR f);\nvoid no(void);\n");
    assertEquals(
        new ProcessCall(0, "", ""), dylink("cc", "-shared", "-o", "libtwice.so", "twice.c"));

    ProcessCall call =
        dylink("bindings", "-DFACTOR=double", "-n", "Two", "-l", "libtwice.so", "twice.h");

    assertEquals(0, call.code());
    assertEquals(
        "Two: 1 of 2 functions\nleft out: no: libtwice.so does not export it\n", call.err());
    assertTrue(
        call.out().contains("@WasmLibrary(\"libtwice.so\")\npublic interface Two "), call.out());
    assertTrue(call.out().contains("  int twice(int x, double f);\n"), call.out());
    ProcessCall wrong = dylink("bindings", "twice.h");
    assertEquals(70, wrong.code());
    assertTrue(
        wrong.err().contains("twice.h:1:18: error: unknown type name 'FACTOR'"), wrong.err());
  }

  @Test
  void whatTheCompilerSaysIsPassedOnWithItsExitCode() throws Exception {
    needClang();
    write("bad.c", "int f() { return y; }");
    ProcessCall call = dylink("cc", "-c", "bad.c");
    assertEquals(1, call.code());
    assertEquals("", call.out());
    String start = "bad.c:1:18: error: use of undeclared identifier 'y'";
    assertTrue(call.err().startsWith(start), call.err());
  }

  @Test
  void withoutACompilerItSaysWhatToInstall() throws Exception {
    write("a.c", "int a;");
    String path = Files.createDirectory(folder.resolve("empty")) + File.pathSeparator;
    assertEquals(
        new ProcessCall(
            70,
            "",
            "dylink: no clang 18 or later for WebAssembly: no clang is on the path: install LLVM's"
                + " clang and lld (Debian: clang-22 lld-22, Homebrew: llvm lld), or set"
                + " WASI_SDK_PATH to a wasi-sdk; or take the packed one: org.dylink.clang-VERSION.jar"
                + " is neither in "
                + ProcessCall.JAR.getParent()
                + " nor in "
                + folder.resolve(".m2/repository/org/dylink/org.dylink.clang/0.1.0-SNAPSHOT")
                + ", and DYLINK_CLANG names none\n"),
        callWith(path, "cc", "-c", "a.c"));
  }
}
