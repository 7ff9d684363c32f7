package org.dylink.format;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Takes a module's file into memory: no more of it than the JVM can spare, and nothing that has no
 * end, be it a device, a pipe that nobody writes to, or a few bytes that inflate to gigabytes.
 */
final class WholeFile {
  /** Far above any library, and below what an array of Java's can have. */
  private static final long MOST_BYTES = 1 << 30;

  // While it is read a file is there twice; the rest is for those that run meanwhile.
  private static final int PARTS_OF_HEAP = 4;

  private WholeFile() {}

  /**
   * Opens what a URL leads to.
   *
   * @throws IOException if it cannot be opened, or is in the file system and no regular file: to
   *     open a pipe would wait for whoever writes to it
   */
  static InputStream open(URL place) throws IOException {
    Optional<Path> file = FileUrl.path(place);
    if (file.isPresent()) {
      checkRegular(file.get(), place);
      return open(file.get(), place);
    }
    URLConnection connection = place.openConnection();
    // A jar: URL would keep its jar open, and answer from it after the file has changed.
    connection.setUseCaches(false);
    URL outer = connection instanceof JarURLConnection jar ? jar.getJarFileURL() : place;
    Optional<Path> jar = FileUrl.path(outer);
    if (jar.isPresent()) {
      checkRegular(jar.get(), outer);
    }
    return connection.getInputStream();
  }

  private static InputStream open(Path file, URL place) throws IOException {
    try {
      return Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      throw new FileNotFoundException(shown(place) + " (No such file or directory)");
    }
  }

  private static void checkRegular(Path file, URL place) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(shown(place) + ": is a folder");
    } else if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IOException(shown(place) + ": is not a regular file");
    }
  }

  // Not the path's own text, which is in the JVM's locale.
  private static String shown(URL place) {
    // As the platform does it, which takes a + for itself.
    String escaped = place.getPath().replace("+", "%2B");
    String path = URLDecoder.decode(escaped, StandardCharsets.UTF_8);
    boolean isFolder = path.length() > 1 && path.endsWith("/");
    return PrintableText.of(isFolder ? path.substring(0, path.length() - 1) : path);
  }

  /**
   * Reads to the end, once the first bytes are those of a module.
   *
   * @throws IOException if the stream fails, or has more than {@value #MOST_BYTES} bytes or a
   *     quarter of the heap
   */
  static byte[] read(String name, InputStream in) throws IOException, MalformedModuleException {
    byte[] header = in.readNBytes(FileHeader.SIZE);
    FileHeader.check(name, header);
    int most = (int) Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / PARTS_OF_HEAP);
    try {
      InputStream all = new SequenceInputStream(new ByteArrayInputStream(header), in);
      byte[] bytes = all.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new IOException("is larger than " + most + " bytes" + why(most));
      }
      return bytes;
    } catch (OutOfMemoryError e) {
      // What was read so far is garbage now: there is memory again to tell of it.
      throw new IOException("is larger than this JVM's memory", e);
    }
  }

  private static String why(int most) {
    return most == MOST_BYTES ? "" : ", a quarter of the JVM's heap";
  }
}
