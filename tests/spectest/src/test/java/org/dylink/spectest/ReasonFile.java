package org.dylink.spectest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A list with reasons, among the test's resources: a line that begins at the margin is a reason,
 * and what is indented under it are the entries that it is the reason of. {@code #} begins a
 * comment.
 */
final class ReasonFile {
  /**
   * @param text the entry's line, without its indentation
   */
  record Entry(String reason, String text) {}

  private ReasonFile() {}

  static List<Entry> read(String name) {
    try (InputStream resource = ReasonFile.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException("BUG: no resource " + name);
      }
      return entries(
          new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))
              .lines()
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Entry> entries(List<String> lines) {
    List<Entry> entries = new ArrayList<>();
    String reason = null;
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (!line.startsWith(" ")) {
        reason = line;
      } else if (reason == null) {
        throw new IllegalStateException("no reason for: " + line.strip());
      } else {
        entries.add(new Entry(reason, line.strip()));
      }
    }
    return entries;
  }
}
