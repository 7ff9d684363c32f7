package org.dylink.linker;

import java.util.Optional;

/** Finds libraries that a running program asks for by name. */
@FunctionalInterface
public interface LibraryFinder {
  /**
   * Looks for a library; it may bring a bundle into the framework to have it.
   *
   * @param name the last part of what the program gave to dlopen
   * @param caller the library that called dlopen; for {@link Program#open} the main library
   */
  Optional<Library> find(String name, Library caller);

  /**
   * Where {@link #find} looks, for the message of what is found nowhere.
   *
   * @return such as {@code searched /usr/lib/wasm}; empty if that tells nobody anything
   */
  default Optional<String> searched(String name, Library caller) {
    return Optional.empty();
  }
}
