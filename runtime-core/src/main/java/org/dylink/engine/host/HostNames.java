package org.dylink.engine.host;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Names of the host as the bytes that they are, whatever the locale of the JVM: arguments,
 * variables, names of files. On Linux these are bytes, mostly UTF-8; Java makes strings of them by
 * the locale, so that in the locale {@code C} it loses every byte above 127 and refuses paths that
 * have one.
 *
 * <p>Here a name is a string of Unicode, read as UTF-8; a byte that is none stands in it as the
 * lone surrogate U+DC00 + byte, so that every name of the host has one string and gets its own
 * bytes back from it. All methods are pure functions of the file system's names; threads may share
 * them.
 */
public final class HostNames {
  private static final int ESCAPE = 0xdc00;
  private static final int FIRST_ESCAPED = 0x80;
  private static final int LAST_ESCAPED = 0xff;
  private static final String HEX = "0123456789ABCDEF";

  // How UnixPath makes names of strings; a path of an URI has the bytes that the URI says.
  private static final boolean HOST_IS_UTF8 =
      System.getProperty("sun.jnu.encoding", "").equalsIgnoreCase("UTF-8");
  private static final boolean HOST_HAS_BYTES =
      FileSystems.getDefault().getSeparator().equals("/")
          && FileSystems.getDefault().provider().getScheme().equals("file");

  private HostNames() {}

  /** The name that some bytes are; the inverse of {@link #bytes}. */
  public static String text(byte[] name) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(name);
    CharBuffer out = CharBuffer.allocate(name.length);
    CoderResult result = decoder.decode(in, out, true);
    while (result.isError()) {
      out.put((char) (ESCAPE + Byte.toUnsignedInt(in.get())));
      result = decoder.reset().decode(in, out, true);
    }
    return out.flip().toString();
  }

  /** The bytes of a name; what is no Unicode and stands for no byte becomes {@code ?}. */
  public static byte[] bytes(String name) {
    if (isAscii(name)) {
      return name.getBytes(StandardCharsets.US_ASCII);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * name.length());
    int start = 0;
    for (int i = 0; i < name.length(); i++) {
      if (isEscaped(name, i)) {
        bytes.writeBytes(name.substring(start, i).getBytes(StandardCharsets.UTF_8));
        bytes.write(name.charAt(i) - ESCAPE);
        start = i + 1;
      }
    }
    bytes.writeBytes(name.substring(start).getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  /**
   * The path that a name leads to from a folder, as {@link Path#resolve(String)} does for names
   * that the locale has.
   *
   * @param name relative, or absolute on the host; {@code .} and {@code ..} stay in the path
   * @throws InvalidPathException if the file system has no such name
   */
  public static Path resolve(Path folder, String name) {
    boolean plain = isAscii(name) || !hasBytes(folder) || (HOST_IS_UTF8 && isUnicode(name));
    return plain ? folder.resolve(name) : folder.resolve(ofBytes(name));
  }

  /** The name of a path, as {@link Path#toString()} gives it where the locale has all of it. */
  public static String text(Path path) {
    String text = path.toString();
    boolean plain =
        isAscii(text) || !hasBytes(path) || (HOST_IS_UTF8 && text.indexOf('\ufffd') < 0);
    if (plain) {
      return text;
    }
    URI uri = path.getFileSystem().getPath("/").resolve(path).toUri();
    String name = text(unescaped(withoutSlash(uri.getRawPath())));
    return path.isAbsolute() ? name : name.substring(1);
  }

  /** The last name in a URL's path. */
  public static String last(URL place) {
    String path = place.getPath();
    String name = path.substring(path.lastIndexOf('/') + 1);
    return text(unescaped(name));
  }

  private static boolean hasBytes(Path path) {
    return HOST_HAS_BYTES && path.getFileSystem() == FileSystems.getDefault();
  }

  // An URI's path is absolute, and is the only one that takes bytes.
  private static Path ofBytes(String name) {
    int zero = name.indexOf('\0');
    if (zero >= 0) {
      throw new InvalidPathException(name, "Nul character not allowed", zero);
    }
    Path absolute = Path.of(URI.create("file:///" + escaped(name)));
    return name.startsWith("/") ? absolute : absolute.subpath(0, absolute.getNameCount());
  }

  // Path.of(URI) keeps empty names, which a path must not have.
  private static String escaped(String name) {
    StringBuilder escaped = new StringBuilder();
    byte last = '/';
    for (byte each : bytes(name)) {
      if (each != '/') {
        escaped.append('%').append(HEX.charAt((each >> 4) & 0xf)).append(HEX.charAt(each & 0xf));
      } else if (last != '/') {
        escaped.append('/');
      }
      last = each;
    }
    return escaped.toString();
  }

  // Path.toUri escapes bytes; a folder's ends with a slash that is not the path's.
  private static String withoutSlash(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static byte[] unescaped(String escaped) {
    byte[] utf8 = bytes(escaped);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(utf8.length);
    for (int i = 0; i < utf8.length; i++) {
      int value = utf8[i] == '%' && i + 2 < utf8.length ? pair(utf8[i + 1], utf8[i + 2]) : -1;
      bytes.write(value < 0 ? utf8[i] : value);
      i += value < 0 ? 0 : 2;
    }
    return bytes.toByteArray();
  }

  // Of two hexadecimal digits the value, else -1: then the % stands for itself.
  private static int pair(byte high, byte low) {
    int value = Character.digit(high, 16) << 4 | Character.digit(low, 16);
    return value < 0 ? -1 : value;
  }

  private static boolean isAscii(String name) {
    return name.chars().allMatch(letter -> letter < FIRST_ESCAPED);
  }

  private static boolean isUnicode(String name) {
    return name.codePoints()
        .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }

  private static boolean isEscaped(String name, int at) {
    int escaped = name.charAt(at) - ESCAPE;
    return escaped >= FIRST_ESCAPED
        && escaped <= LAST_ESCAPED
        && (at == 0 || !Character.isHighSurrogate(name.charAt(at - 1)));
  }
}
