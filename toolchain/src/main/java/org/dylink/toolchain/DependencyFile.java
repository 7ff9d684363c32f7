package org.dylink.toolchain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What clang writes with {@code -MD}: one rule of make, whose prerequisites are all files read. */
final class DependencyFile {
  private DependencyFile() {}

  /** The prerequisites, the source first. Empty if there is no rule. */
  static List<Path> read(String rule) {
    List<Path> files = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    // A target may have a colon in it, but none with a blank behind.
    for (int i = rule.indexOf(": ") + 1; i > 0 && i < rule.length(); i++) {
      char c = rule.charAt(i);
      char next = i + 1 < rule.length() ? rule.charAt(i + 1) : '\n';
      if ((c == '\\' && (next == ' ' || next == '#')) || (c == '$' && next == '$')) {
        name.append(next);
        i++;
      } else if (Character.isWhitespace(c) || (c == '\\' && (next == '\n' || next == '\r'))) {
        add(name, files);
      } else {
        name.append(c);
      }
    }
    add(name, files);
    return files;
  }

  private static void add(StringBuilder name, List<Path> files) {
    if (!name.isEmpty()) {
      files.add(Path.of(name.toString()));
      name.setLength(0);
    }
  }
}
