package org.dylink.wasi;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Names of files between the guest and the host. To both they are bytes; here each byte is a
 * character of a string (ISO 8859-1), so that nothing is lost. Java's paths have the bytes too, but
 * make them from text in the encoding of the locale, which may not have them: what is not ASCII
 * goes by way of a URI, which names bytes.
 */
final class Names {
  private static final String ROOT = "/";

  private Names() {}

  /**
   * The path of a guest's name in a folder.
   *
   * @throws ErrnoException ILSEQ if the host cannot have it, NOTCAPABLE if it means something else
   *     to the host: on Windows {@code a\b} and {@code C:} are not one name
   */
  static Path child(Path folder, String name) {
    Path single = path(folder.getFileSystem(), name);
    if (single.getRoot() != null || single.getNameCount() != 1) {
      throw new ErrnoException(Errno.NOTCAPABLE);
    }
    return folder.resolve(single);
  }

  /** The path that bytes of the guest mean, relative or not. */
  static Path path(FileSystem host, String bytes) {
    try {
      return isAscii(bytes) ? host.getPath(bytes) : ofBytes(host, bytes);
    } catch (IllegalArgumentException e) { // InvalidPathException among them
      throw new ErrnoException(Errno.INVAL);
    }
  }

  /** The bytes of a path. */
  static String of(Path path) {
    String text = path.toString();
    if (isAscii(text) && text.indexOf('?') < 0) { // else one may stand for what has no character
      return text;
    }
    if (path.getFileSystem() != FileSystems.getDefault()) {
      return latin1(text.getBytes(StandardCharsets.UTF_8));
    }
    String bytes = decode(path.getFileSystem().getPath(ROOT).resolve(path).toUri().getRawPath());
    int from = path.isAbsolute() ? 0 : ROOT.length();
    int end = bytes.length() - (bytes.endsWith(ROOT) && !text.endsWith(ROOT) ? 1 : 0);
    return bytes.substring(from, end);
  }

  private static Path ofBytes(FileSystem host, String bytes) {
    if (host != FileSystems.getDefault()) {
      return host.getPath(
          new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }
    if (bytes.indexOf('\0') >= 0) {
      throw new InvalidPathException(bytes, "Nul character not allowed");
    }
    Path absolute = Path.of(URI.create("file://" + ROOT + encode(bytes)));
    return bytes.startsWith(ROOT) ? absolute : absolute.subpath(0, absolute.getNameCount());
  }

  private static String encode(String bytes) {
    StringBuilder made = new StringBuilder();
    for (int i = 0; i < bytes.length(); i++) {
      char value = bytes.charAt(i);
      if (value == '/') {
        made.append(value);
      } else {
        made.append('%').append(String.format("%02X", (int) value));
      }
    }
    return made.toString();
  }

  private static String decode(String raw) {
    StringBuilder made = new StringBuilder();
    for (int i = 0; i < raw.length(); i++) {
      char value = raw.charAt(i);
      if (value == '%') {
        made.append((char) Integer.parseInt(raw, i + 1, i + 3, 16));
        i += 2;
      } else {
        made.append(value);
      }
    }
    return made.toString();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
