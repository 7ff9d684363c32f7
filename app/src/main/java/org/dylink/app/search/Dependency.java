package org.dylink.app.search;

import java.util.Optional;
import org.dylink.linker.Chain;

/**
 * A library that a program needs, found or not.
 *
 * @param name the name by which it is needed
 * @param file where it was found; empty also where the framework has it already
 * @param detail where it comes from, or why it does not
 * @param usable whether the program can have it
 * @param chain who needed it first, and who needed that; of what the command line names, itself
 */
public record Dependency(
    String name, Optional<LibraryFile> file, String detail, boolean usable, Chain chain) {

  static Dependency root(LibraryFile file) {
    return new Dependency(
        file.name(), Optional.of(file), file.shown(), true, Chain.of(file.name()));
  }

  Dependency found(LibraryFile needed) {
    return new Dependency(
        needed.name(), Optional.of(needed), needed.shown(), true, chain.to(needed.name()));
  }

  Dependency provided(String needed, String origin) {
    return new Dependency(needed, Optional.empty(), origin, true, chain.to(needed));
  }

  Dependency unusable(String needed, String reason) {
    return new Dependency(needed, Optional.empty(), reason, false, chain.to(needed));
  }
}
