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
}
