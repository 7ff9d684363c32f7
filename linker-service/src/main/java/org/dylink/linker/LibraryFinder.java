package org.dylink.linker;

import java.util.List;
import java.util.Optional;

/** Finds libraries that a running program asks for by name. */
@FunctionalInterface
public interface LibraryFinder {
  /**
   * Looks for a library that was found nowhere else; it may bring a bundle into the framework to
   * have it.
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

  /**
   * Decides, before anybody else is asked, which library a file is. For who knows the program's
   * files: a path, which names one file, must not end at another one of the same name.
   *
   * @param file what the program gave to dlopen: a name, or, if there is a slash in it, a path
   * @param caller as for {@link #find}
   * @param loaded what the program has, in load order
   * @return empty to leave it to the search by name; so it is by default
   * @throws LinkException if there is no such file, and no other library will do
   */
  default Optional<Library> findFile(String file, Library caller, List<Library> loaded)
      throws LinkException {
    return Optional.empty();
  }
}
