package org.dylink.headers;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file's name tells of the library in it. A version after {@code .so} belongs to the file,
 * as with shared objects elsewhere, and not to the name by which others need the library.
 *
 * @param library the library's name, such as {@code libz.so} for {@code libz.so.1.2.13}
 * @param version the version as the file's name has it, if it does: {@code 1.2.13}
 */
public record LibraryFileName(String library, Optional<String> version) {
  // Possessive: else Java's stack would end with a long name.
  private static final Pattern LIBRARY = Pattern.compile(".+\\.(wasm|so(?:\\.\\d+)*+)");
  // A fourth number is a qualifier; a fifth has no place in a version.
  private static final Pattern VERSIONED =
      Pattern.compile("(.+\\.so)\\.(\\d{1,9}(\\.\\d{1,9}){0,3})");

  /**
   * Reads a file's name.
   *
   * @param path the file; only what follows the last {@code /} counts
   */
  public static LibraryFileName of(String path) {
    Matcher parts = VERSIONED.matcher(fileName(path));
    return parts.matches()
        ? new LibraryFileName(parts.group(1), Optional.of(parts.group(2)))
        : new LibraryFileName(fileName(path), Optional.empty());
  }

  /**
   * Whether a file's name says that it is a library: {@code .so}, {@code .so.1.2}, {@code .wasm}.
   */
  public static boolean isLibrary(String path) {
    return LIBRARY.matcher(fileName(path)).matches();
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
