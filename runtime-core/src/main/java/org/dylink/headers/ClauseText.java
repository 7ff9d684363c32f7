package org.dylink.headers;

import java.util.Optional;
import java.util.stream.IntStream;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.WasmModule;

/** How text is written in a manifest clause and in a filter. */
final class ClauseText {
  // What a file system takes for a path on Linux; a jar would have room for 65,535.
  private static final int MOST = 4_096;

  private ClauseText() {}

  /**
   * A quoted string of the OSGi header syntax (OSGi Core 8, 1.3.2). Equinox and bnd undo the
   * escapes; Felix 7.0.5 keeps them, so that no requirement there finds a name with {@code \},
   * {@code "}, or, as those are escaped in filters, {@code *} or a parenthesis.
   */
  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** A value to compare with in a filter (OSGi Core 8, 3.2.7); {@code *} stands for itself. */
  static String filterValue(String text) {
    return text.replaceAll("[\\\\*()]", "\\\\$0");
  }

  /**
   * Refuses text that no manifest can hold: a line break would start a header of the module's own;
   * and text that no file could be called.
   *
   * @param what which text of the module it is, for the message
   */
  static void check(WasmModule module, String what, String text) throws MalformedModuleException {
    Optional<String> problem = problem(text);
    if (problem.isPresent()) {
      throw new MalformedModuleException(module.name(), what + ": " + problem.get());
    }
  }

  /** Whether a manifest can hold it. */
  static boolean isLegal(String text) {
    return problem(text).isEmpty();
  }

  private static Optional<String> problem(String text) {
    if (text.isEmpty()) {
      return Optional.of("empty");
    } else if (text.length() > MOST) {
      return Optional.of(text.length() + " characters, at most " + MOST);
    }
    return IntStream.range(0, text.length())
        .filter(i -> Character.isISOControl(text.charAt(i)))
        .mapToObj(i -> "control character 0x%02x at index %d".formatted((int) text.charAt(i), i))
        .findFirst();
  }
}
