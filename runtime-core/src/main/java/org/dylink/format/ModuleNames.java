package org.dylink.format;

import java.util.Map;

/** What a module's {@code name} section calls things, by index. */
record ModuleNames(
    Map<Integer, String> functions, Map<Integer, String> globals, Map<Integer, String> data) {
  /** The names of a module without such a section. */
  static ModuleNames none() {
    return new ModuleNames(Map.of(), Map.of(), Map.of());
  }
}
