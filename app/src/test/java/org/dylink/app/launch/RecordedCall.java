package org.dylink.app.launch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A call whose streams are kept. */
final class RecordedCall {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Launch launch;

  RecordedCall(Path folder, String input, List<String> arguments) {
    this.launch =
        new Launch(
            arguments,
            folder,
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
  }

  static RecordedCall of(Path folder, String... arguments) {
    return new RecordedCall(folder, "", List.of(arguments));
  }

  Launch launch() {
    return launch;
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
