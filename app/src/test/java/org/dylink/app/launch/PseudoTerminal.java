package org.dylink.app.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The runnable jar at a pseudo-terminal, which {@code script} of util-linux makes. */
final class PseudoTerminal implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  // What moves the cursor, sets colours and modes: of no interest here (ECMA-48, 5.3 and 5.4).
  private static final Pattern CONTROLS = Pattern.compile("\u001b(\\[[0-?]*[ -/]*[@-~]|[=>])");

  private final Process process;
  private final StringBuilder screen = new StringBuilder(); // guarded by itself
  private int seen; // guarded by screen

  private PseudoTerminal(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "pseudo-terminal");
    reader.setDaemon(true);
    reader.start();
  }

  /** Whether this machine can make one: other systems have a {@code script} of another kind. */
  static boolean isPossible() {
    try {
      Process version = new ProcessBuilder("script", "--version").redirectErrorStream(true).start();
      String text = new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return version.waitFor() == 0 && text.contains("util-linux");
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Starts the jar.
   *
   * @param home what it takes for the user's home folder, as the shell keeps its history there
   */
  static PseudoTerminal start(Path folder, Path home, String... arguments) throws IOException {
    List<String> options = List.of("-Duser.home=" + home, "-Djava.io.tmpdir=" + home);
    String command =
        Stream.concat(options.stream(), Stream.of("-jar", ProcessCall.JAR.toString()))
            .map(PseudoTerminal::quoted)
            .collect(
                Collectors.joining(" ", "exec " + quoted(ProcessCall.JAVA.toString()) + " ", " "));
    ProcessBuilder builder =
        new ProcessBuilder(
            "script",
            "-qec",
            "stty cols 100 rows 40; " + command + String.join(" ", arguments),
            "/dev/null");
    builder.environment().put("TERM", "xterm");
    builder.environment().put("SHELL", "/bin/sh");
    return new PseudoTerminal(builder.directory(folder.toFile()).redirectErrorStream(true).start());
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  /** Presses keys; {@code \r} is Enter. */
  void type(String keys) throws IOException {
    process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  /**
   * Waits until a text has been shown, and returns what has been since the text before.
   *
   * @throws AssertionError if it is not shown in half a minute
   */
  String await(String text) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    synchronized (screen) {
      int found = screen.indexOf(text, seen);
      while (found < 0) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0 || !process.isAlive()) {
          throw new AssertionError("not shown: " + text + "\nshown: " + screen.substring(seen));
        }
        screen.wait(Math.min(left, 1_000));
        found = screen.indexOf(text, seen);
      }
      String shown = screen.substring(seen, found + text.length());
      seen = found + text.length();
      return shown;
    }
  }

  /** Waits for the end of the process and returns its exit code. */
  int end() throws InterruptedException {
    return ProcessCall.end(process);
  }

  private void read() {
    byte[] bytes = new byte[4096];
    try (InputStream in = process.getInputStream()) {
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        show(new String(bytes, 0, count, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      show("\n" + e + "\n");
    }
  }

  private void show(String text) {
    synchronized (screen) {
      String all = CONTROLS.matcher(screen + text).replaceAll("");
      screen.replace(0, screen.length(), all);
      screen.notifyAll();
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
