package org.dylink.app.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;

/** Executes lines from standard input, for scripts and pipes: no prompt, no editing. */
final class LineShell {
  private final CommandProcessor processor;
  private final ShellExit exit;
  private final Console console;

  LineShell(CommandProcessor processor, ShellExit exit, Console console) {
    this.processor = processor;
    this.exit = exit;
    this.console = console;
  }

  /**
   * Reads until the end of the input, or until {@code exit}.
   *
   * @return 1 if a line failed, else 0
   */
  int run() {
    int code = ExitCode.OK;
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(console.in(), Charset.defaultCharset()));
    try (CommandSession session =
        processor.createSession(console.in(), console.out(), console.err())) {
      String line = lines.readLine();
      while (line != null) {
        code |= execute(session, line);
        line = exit.isAsked() ? null : lines.readLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return code;
  }

  private int execute(CommandSession session, String line) {
    try {
      print(session, session.execute(line));
      return ExitCode.OK;
    } catch (Exception e) {
      // Gogo's commands throw what they like; the next line is none the worse for it.
      console.say(e.getMessage() == null ? e.toString() : e.getMessage());
      return 1;
    }
  }

  // Gogo's start gives an empty string where there is nothing to tell, and a list as text ends with
  // the end of a line.
  private void print(CommandSession session, Object result) {
    if (result != null) {
      String text = session.format(result, Converter.INSPECT).toString().replaceFirst("\\R$", "");
      if (!text.isEmpty()) {
        console.out().println(text);
      }
    }
  }
}
