package org.dylink.engine.machine.make;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a compiler's process has said before it ended without an object. */
final class LastWords {
  private static final int LONGEST = 16_384;
  private static final int SHOWN = 500;

  // A JVM in which native code crashes prints a report; the line behind this one says where.
  private static final String CRASH = "# Problematic frame:";

  private LastWords() {}

  static String of(ChildFiles files) throws IOException {
    String answer = text(files.answer());
    List<String> lines = answer.lines().toList();
    int crash = lines.indexOf(CRASH);
    if (crash >= 0 && crash + 1 < lines.size()) {
      return lines.get(crash + 1).replaceFirst("^# ", "").strip();
    }
    String all = (answer + text(files.messages())).strip();
    return all.length() <= SHOWN ? all : all.substring(0, SHOWN) + "...";
  }

  private static String text(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
    }
  }
}
