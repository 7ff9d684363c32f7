package org.dylink.format;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;

/** URLs of files, by the bytes of their names, which the JVM's locale may not have. */
public final class FileUrl {
  private FileUrl() {}

  /**
   * The file that a URL leads to.
   *
   * @return empty for other URLs, and for what only Java's handler of URLs takes for a file: {@code
   *     file:libz.so}, {@code file:/a%b}
   */
  public static Optional<Path> path(URL place) {
    if (!place.getProtocol().equals("file")) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(new URI(place.toString()).toASCIIString());
      boolean isLocal = uri.getRawPath() != null && uri.getRawAuthority() == null;
      // With an empty authority: without any, Path.of makes a string of the bytes.
      return isLocal
          ? Optional.of(Path.of(URI.create("file://" + uri.getRawPath())))
          : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }
}
