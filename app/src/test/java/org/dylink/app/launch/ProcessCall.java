package org.dylink.app.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The runnable jar in a process of its own.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
record ProcessCall(int code, String out, String err) {
  static final Path JAR = Path.of("target/dylink.jar").toAbsolutePath();
  static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  /**
   * Runs it to its end.
   *
   * @param temporary where it makes its temporary files
   */
  static ProcessCall run(Path folder, Path temporary, String input, String... arguments)
      throws IOException, InterruptedException {
    Process process = start(folder, temporary, arguments);
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new ProcessCall(end(process), out, err);
  }

  static Process start(Path folder, Path temporary, String... arguments) throws IOException {
    List<String> command = command(temporary);
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).directory(folder.toFile()).start();
  }

  /** What starts it, with the command to follow. */
  static List<String> command(Path temporary) {
    return new ArrayList<>(
        List.of(
            JAVA.toString(),
            "-Djava.io.tmpdir=" + temporary,
            // As the script does it: newer JDKs warn of Felix's use of Unsafe.
            "-Dsun.misc.unsafe.memory.access=allow",
            "-jar",
            JAR.toString()));
  }

  static int end(Process process) throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("still running after 60 s: " + process.info());
    }
    return process.exitValue();
  }
}
