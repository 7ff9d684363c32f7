package org.dylink.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dylink.engine.host.HostNames;
import org.dylink.format.Suggestion;
import org.dylink.headers.LibraryFileName;

/**
 * Where a bundle comes from.
 *
 * @param word what was typed
 * @param location what the framework installs: of a bare library its {@code wasm:} URL
 * @param jar a bundle's file; empty where the framework reads from the location
 */
record Source(String word, String location, Optional<Path> jar) {
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
    if (!SCHEME.matcher(word).lookingAt()) {
      return ofFile(word, file(word, folder));
    }
    return new Source(word, isBare(word) ? BARE + word : word, Optional.empty());
  }

  private static Source ofFile(String word, Path file) {
    String url = file.toUri().toString();
    // Whatever its name: of what is neither, it is told what it is.
    return !isBare(url) && isJar(file)
        ? new Source(word, url, Optional.of(file))
        : new Source(word, BARE + url, Optional.empty());
  }

  /**
   * What the framework is to install, or null where it reads that itself: of a file's URL it would
   * make a name of the locale.
   */
  InputStream open() throws IOException {
    return jar.isPresent() ? Files.newInputStream(jar.get()) : null;
  }

  private static Path file(String word, Path folder) {
    Path file = resolve(word, folder);
    if (word.isEmpty() || !Files.exists(file)) {
      throw new CommandException("no such file: " + word + Suggestion.ofFile(file));
    } else if (Files.isDirectory(file)) {
      throw new CommandException(word + ": a folder, expected a .so, a .wasm or a bundle");
    } else if (!Files.isRegularFile(file)) {
      throw new CommandException(word + ": not a regular file");
    }
    return file;
  }

  private static Path resolve(String word, Path folder) {
    try {
      return HostNames.resolve(folder, word).normalize();
    } catch (InvalidPathException e) {
      throw new CommandException("no such file: " + word);
    }
  }

  private static boolean isJar(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      return Arrays.equals(content.readNBytes(JAR.length), JAR);
    } catch (IOException e) {
      throw new CommandException(HostNames.text(file.getFileName()) + ": cannot be read");
    }
  }

  private static boolean isBare(String url) {
    return !url.startsWith(BARE) && LibraryFileName.isLibrary(QUERY.matcher(url).replaceFirst(""));
  }
}
