package org.dylink.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.dylink.shell.RunArguments.Option;
import org.junit.jupiter.api.Test;

class RunParserTest {
  @Test
  void optionsEndAtTheName() {
    assertEquals(
        new RunArguments(
            "a.wasm",
            List.of(new Option("-e", "A=B"), new Option("--bind-now", "")),
            List.of("-e", "--", "x")),
        parse("-e", "A=B", "--bind-now", "a.wasm", "-e", "--", "x"));
  }

  @Test
  void twoDashesEndTheOptions() {
    assertEquals(new RunArguments("-odd", List.of(), List.of("x")), parse("--", "-odd", "x"));
  }

  @Test
  void aLongOptionMayHoldItsValue() {
    assertEquals(List.of(new Option("--env", "A=B")), parse("--env=A=B", "a.wasm").options());
  }

  @Test
  void aWrongOptionIsNamed() {
    assertEquals("no option --fast; help wasm:run shows the options", problem("--fast", "a.wasm"));
    assertEquals(
        "no option --bind-now=1; help wasm:run shows the options", problem("--bind-now=1", "a"));
    assertEquals("--timeout: expected a value behind it", problem("--timeout"));
  }

  @Test
  void aMissingNameIsAskedFor() {
    String expected =
        "usage: wasm:run [OPTION]... NAME|ID [ARG]...; help wasm:run shows the options";
    assertEquals(expected, problem());
    assertEquals(expected, problem("--bind-now"));
    assertEquals(expected, problem("--"));
  }

  private static RunArguments parse(String... words) {
    return RunParser.parse(List.of(words));
  }

  private static String problem(String... words) {
    return assertThrows(CommandException.class, () -> parse(words)).getMessage();
  }
}
