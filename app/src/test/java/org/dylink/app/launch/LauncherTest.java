package org.dylink.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the launcher answers itself; a framework could not start, without bundles to start. */
final class LauncherTest {
  private static RecordedCall call(int code, String... arguments) {
    RecordedCall call = RecordedCall.of(Path.of(""), arguments);
    assertEquals(code, Launcher.run(call.launch()), call.err());
    return call;
  }

  @Test
  void printsHelp() {
    String overview = call(0, "help").out();
    assertTrue(overview.startsWith("usage: dylink COMMAND [OPTION...] [ARGUMENT...]\n"), overview);
    assertEquals(overview, call(0, "--help").out());
    assertEquals(overview, call(0, "-h").out());
  }

  @ParameterizedTest
  @CsvSource({
    "No space left on device, 74, standard output: cannot be written: No space left on device",
    "Bad file descriptor, 74, standard output: cannot be written: Bad file descriptor",
    "Broken pipe, 141,"
  })
  void tellsThatItsOutputIsNotWritten(String failure, int code, String message) {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException(failure);
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] line = {"help"};
    assertEquals(code, Launcher.run(line, InputStream.nullInputStream(), full, err));
    String said = message == null ? "" : "dylink: " + message + "\n";
    assertEquals(said, err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void printsHelpOfACommand() {
    String help = call(0, "help", "run").out();
    assertTrue(help.startsWith("usage: dylink run [-L DIR]... [--env NAME=VALUE]..."), help);
    assertEquals(help, call(0, "run", "-L", ".", "--help").out());
  }

  @Test
  void aSingleCallForHelpIsNotTheCompilers() {
    assertEquals(call(0, "help", "cc").out(), call(0, "cc", "--help").out());
    assertEquals(
        "dylink: cc: expected [FLAG...] FILE...\n'dylink help' tells more\n", call(2, "cc").err());
  }

  @Test
  void printsTheVersion() {
    String version = call(0, "--version").out();
    assertTrue(version.matches("dylink \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n"), version);
  }

  @Test
  void tellsWhatIsWrongOnStandardError() {
    RecordedCall call = call(2, "run", "--fly");
    assertEquals("", call.out());
    assertEquals("dylink: run: unknown option --fly\n'dylink help' tells more\n", call.err());
  }

  @Test
  void refusesHelpOfNoCommand() {
    assertEquals(
        "dylink: unknown command fly\n'dylink help' tells more\n", call(2, "help", "fly").err());
  }
}
