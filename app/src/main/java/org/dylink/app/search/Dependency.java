package org.dylink.app.search;

import java.util.Optional;

/**
 * A library that a program needs, found or not.
 *
 * @param name the name by which it is needed
 * @param file where it was found; empty also where the framework has it already
 * @param detail where it comes from, or why it does not
 * @param usable whether the program can have it
 * @param neededBy who needed it first; empty for what the command line names
 */
public record Dependency(
    String name,
    Optional<LibraryFile> file,
    String detail,
    boolean usable,
    Optional<Dependency> neededBy) {

  static Dependency root(LibraryFile file) {
    return new Dependency(file.name(), Optional.of(file), file.shown(), true, Optional.empty());
  }

  Dependency found(LibraryFile needed) {
    return new Dependency(
        needed.name(), Optional.of(needed), needed.shown(), true, Optional.of(this));
  }

  Dependency provided(String needed, String origin) {
    return new Dependency(needed, Optional.empty(), origin, true, Optional.of(this));
  }

  Dependency unusable(String needed, String reason) {
    return new Dependency(needed, Optional.empty(), reason, false, Optional.of(this));
  }

  /** How the program comes to need it: {@code app.wasm -> libpng.so -> libz.so}. */
  String chain() {
    return neededBy.map(by -> by.chain() + " -> " + name).orElse(name);
  }
}
