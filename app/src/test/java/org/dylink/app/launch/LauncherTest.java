package org.dylink.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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

  @Test
  void printsHelpOfACommand() {
    String help = call(0, "help", "run").out();
    assertTrue(help.startsWith("usage: dylink run [-L DIR]... [--env NAME=VALUE]..."), help);
    assertEquals(help, call(0, "run", "-L", ".", "--help").out());
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
