package org.dylink.webconsole;

import java.util.List;
import org.dylink.linker.Library;
import org.dylink.linker.LoadedLibrary;
import org.dylink.linker.Program;

/**
 * A library that could come into the place of one that a program has loaded.
 *
 * @param program the program's id
 * @param before what is loaded
 * @param after what could be
 */
record Replacement(long program, Library before, Library after) {
  /** What a button sends. */
  String key() {
    return program + ":" + after.name() + "@" + after.version() + "@" + after.origin();
  }

  /** What is written on it. */
  String label() {
    return "Replace %s %s by %s".formatted(before.name(), before.version(), after.version());
  }

  /**
   * All that there are for a program.
   *
   * @param available libraries that can be linked
   */
  static List<Replacement> of(Program program, List<Library> available) {
    return program.linkMap().libraries().stream()
        .skip(1) // main stays
        .map(LoadedLibrary::library)
        .flatMap(
            loaded ->
                available.stream()
                    .filter(each -> each.name().equals(loaded.name()))
                    .filter(each -> !each.identity().equals(loaded.identity()))
                    .map(each -> new Replacement(program.id(), loaded, each)))
        .toList();
  }
}
