package org.dylink.headers;

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
    if (text.isEmpty()) {
      throw new MalformedModuleException(module.name(), what + ": empty");
    } else if (text.length() > MOST) {
      String found = text.length() + " characters, at most " + MOST;
      throw new MalformedModuleException(module.name(), what + ": " + found);
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        String found = String.format("control character 0x%02x", (int) text.charAt(i));
        throw new MalformedModuleException(module.name(), what + ": " + found + " at index " + i);
      }
    }
  }
}
