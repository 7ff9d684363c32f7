package org.dylink.format;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

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
    URLConnection connection = place.openConnection();
    // A jar: URL would keep its jar open, and answer from it after the file has changed.
    connection.setUseCaches(false);
    checkRegular(connection instanceof JarURLConnection jar ? jar.getJarFileURL() : place);
    return connection.getInputStream();
  }

  private static void checkRegular(URL place) throws IOException {
    if (!place.getProtocol().equals("file")) {
      return;
    }
    // As the platform does it, which takes a + for itself.
    String path = URLDecoder.decode(place.getPath().replace("+", "%2B"), StandardCharsets.UTF_8);
    File file = new File(path);
    if (file.isDirectory()) {
      throw new IOException(PrintableText.of(file + ": is a folder"));
    } else if (file.exists() && !file.isFile()) {
      throw new IOException(PrintableText.of(file + ": is not a regular file"));
    }
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
