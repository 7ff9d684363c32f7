package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.dylink.linker.LinkException;
import org.dylink.linker.Linker;
import org.dylink.linker.ProgramProcess;
import org.dylink.linker.StandardStream;

/** A program that runs beside the test and answers each line of its input with a line. */
final class Dialogue implements AutoCloseable {
  // Ends a program that does not answer, and so the test.
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final ProgramProcess process;
  private final Writer questions;
  private final BufferedReader answers;

  private Dialogue(ProgramProcess process) {
    this.process = process;
    this.questions = new OutputStreamWriter(process.stdin(), StandardCharsets.UTF_8);
    this.answers =
        new BufferedReader(new InputStreamReader(process.stdout(), StandardCharsets.UTF_8));
  }

  static Dialogue with(Linker linker, String main) {
    return new Dialogue(
        linker.start(
            Programs.request(linker, main)
                .pipe(StandardStream.STDIN, StandardStream.STDOUT)
                .timeout(LIMIT)
                .build()));
  }

  /** The program's answer. */
  String ask(String line) throws IOException {
    questions.write(line + "\n");
    questions.flush();
    return answers.readLine();
  }

  /** Ends the input, and with it the program. */
  @Override
  public void close() throws IOException, LinkException {
    questions.close();
    try {
      assertEquals(0, process.waitFor());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
