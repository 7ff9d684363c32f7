package org.dylink.linker.link.resolve;

import java.util.Optional;
import org.dylink.format.Import;
import org.dylink.linker.link.parts.Place;

/** What there is for imports beside the libraries: functions of the host's, and plain modules. */
public interface Outside {
  /** Whether anything serves an import module's name. */
  boolean has(String module);

  /** What an import from a module that is not the linker's means to a library. */
  Optional<Bound> find(Place user, Import entry);

  /** The function that the host has for everybody, in {@code env}. */
  Optional<Bound> inEnv(String symbol);

  /** What a plain module that serves {@code env} gives to other plain modules in its place. */
  Optional<Bound> givenEnv(String symbol);

  /**
   * What an import from {@code env} means to a module that is no part of the program's C: a
   * function of the host's, or what its toolchain takes for granted.
   */
  Optional<Bound> inEnvOfPlain(Place user, Import entry);
}
