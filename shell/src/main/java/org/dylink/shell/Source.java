package org.dylink.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.dylink.headers.LibraryFileName;

/**
 * Where a bundle comes from.
 *
 * @param word what was typed
 * @param location what the framework installs: of a bare library its {@code wasm:} URL
 */
record Source(String word, String location) {
  private static final String BARE = "wasm:";

  private static final byte[] JAR = {'P', 'K'};

  // Of one letter it would be a drive.
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:");
  private static final Pattern QUERY = Pattern.compile("[?#].*");

  /**
   * What a word of the line stands for.
   *
   * @param word a file or a URL
   * @param folder relative files are seen from here
   * @throws CommandException if there is no such file
   */
  static Source of(String word, Path folder) {
    String url = SCHEME.matcher(word).lookingAt() ? word : file(word, folder);
    return new Source(word, isBare(url) ? BARE + url : url);
  }

  private static String file(String word, Path folder) {
    Path file = folder.resolve(word).normalize();
    if (word.isEmpty() || !Files.exists(file)) {
      throw new CommandException("no such file: " + word);
    } else if (Files.isDirectory(file)) {
      throw new CommandException(word + ": a folder, expected a .so, a .wasm or a bundle");
    } else if (!Files.isRegularFile(file)) {
      throw new CommandException(word + ": not a regular file");
    }
    String url = file.toUri().toString();
    // Whatever its name: of what is neither, it is told what it is.
    return isBare(url) || isJar(file) ? url : BARE + url;
  }

  private static boolean isJar(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      return Arrays.equals(content.readNBytes(JAR.length), JAR);
    } catch (IOException e) {
      throw new CommandException(file.getFileName() + ": cannot be read");
    }
  }

  private static boolean isBare(String url) {
    return !url.startsWith(BARE) && LibraryFileName.isLibrary(QUERY.matcher(url).replaceFirst(""));
  }
}
