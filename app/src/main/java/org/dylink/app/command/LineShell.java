package org.dylink.app.command;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.apache.felix.service.command.Job;
import org.apache.felix.service.command.Job.Status;
import org.dylink.engine.host.HostNames;

/** Executes lines from standard input, for scripts and pipes: no prompt, no editing. */
final class LineShell {
  private static final int FAILED = 1;

  private final CommandProcessor processor;
  private final ShellExit exit;
  private final Console console;
  private int lastCode; // of the command that ended last; used by the thread that reads

  LineShell(CommandProcessor processor, ShellExit exit, Console console) {
    this.processor = processor;
    this.exit = exit;
    this.console = console;
  }

  /**
   * Reads until the end of the input, or until {@code exit}.
   *
   * @return what {@code exit} was given; else the exit code of the last line that failed, which is
   *     1 unless a program has ended with another; else 0. 74 if the input cannot be read
   */
  int run() {
    int code = ExitCode.OK;
    // A char for each byte: in a name any may stand.
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.ISO_8859_1));
    try (CommandSession session =
        processor.createSession(
            console.in(), console.outText().printStream(), console.errText().printStream())) {
      // As in Gogo's own profile: felix:cd, for one, changes the folder for its own kin only.
      session.put("SCOPE", "gogo:*");
      // Gogo would ask the JVM, which has lost what the locale cannot name.
      session.currentDir(console.folder());
      // Gogo takes its streams for a terminal: no colours in what may be a file.
      session.put("GREP_COLORS", "mt=:fn=:ln=:se=");
      session.setJobListener(this::jobChanged);
      String line = lines.readLine();
      while (line != null) {
        int failed = execute(session, line, lines);
        code = failed == ExitCode.OK ? code : failed;
        line = isOver() ? null : lines.readLine();
      }
    } catch (IOException e) {
      console.say("standard input: cannot be read: " + e.getMessage());
      return ExitCode.NOT_READ;
    }
    return exit.code().orElse(code);
  }

  // Nobody sees what the next line would print.
  private boolean isOver() {
    return exit.isAsked() || console.outText().failure().isPresent();
  }

  // What a command tells by Process.error is in no result of the session: only its job has it.
  private void jobChanged(Job job, Status before, Status now) {
    if (now == Status.Done && before == Status.Foreground && job.parent() == null) {
      lastCode = job.result() == null ? ExitCode.OK : job.result().error();
    }
  }

  private int execute(CommandSession session, String line, BufferedReader lines)
      throws IOException {
    lastCode = ExitCode.OK;
    try {
      print(session, session.execute(text(line)));
      return lastCode;
    } catch (EOFException e) {
      // A quote or a brace is still open: the command goes on in the next line.
      String next = lines.readLine();
      return next == null ? fail(e) : execute(session, line + "\n" + next, lines);
    } catch (Exception e) {
      // Gogo's commands throw what they like; the next line is none the worse for it.
      return fail(e);
    }
  }

  private static String text(String bytes) {
    return HostNames.text(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  private int fail(Exception failure) {
    console.say(message(failure));
    return FAILED;
  }

  private static String message(Exception failure) {
    if (failure instanceof NoSuchFileException missing) {
      return "no such file: " + missing.getFile();
    }
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }

  // Gogo's start gives an empty string where there is nothing to tell, and a list as text ends with
  // the end of a line.
  private void print(CommandSession session, Object result) {
    if (result != null) {
      String text = session.format(result, Converter.INSPECT).toString().replaceFirst("\\R$", "");
      if (!text.isEmpty()) {
        console.outText().println(text);
      }
    }
  }
}
