package org.dylink.wasi;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.util.Map;

/**
 * The host's failures as error numbers. Java has an exception of its own for a few; the others
 * carry the text of the C library's {@code strerror} and nothing else. Where the host speaks
 * another language than English, these are EIO.
 */
final class HostErrors {
  private static final Map<Class<? extends IOException>, Integer> KINDS =
      Map.of(
          NoSuchFileException.class, Errno.NOENT,
          FileNotFoundException.class, Errno.NOENT,
          FileAlreadyExistsException.class, Errno.EXIST,
          AccessDeniedException.class, Errno.ACCES,
          NotDirectoryException.class, Errno.NOTDIR,
          DirectoryNotEmptyException.class, Errno.NOTEMPTY,
          NotLinkException.class, Errno.INVAL,
          AtomicMoveNotSupportedException.class, Errno.XDEV,
          ClosedChannelException.class, Errno.BADF);

  private static final Map<String, Integer> TEXTS =
      Map.ofEntries(
          Map.entry("Operation not permitted", Errno.PERM),
          Map.entry("No such file or directory", Errno.NOENT),
          Map.entry("No such device or address", Errno.NXIO),
          Map.entry("Bad file descriptor", Errno.BADF),
          Map.entry("Cannot allocate memory", Errno.NOMEM),
          Map.entry("Permission denied", Errno.ACCES),
          Map.entry("Device or resource busy", Errno.BUSY),
          Map.entry("File exists", Errno.EXIST),
          Map.entry("Invalid cross-device link", Errno.XDEV),
          Map.entry("Not a directory", Errno.NOTDIR),
          Map.entry("Is a directory", Errno.ISDIR),
          Map.entry("Invalid argument", Errno.INVAL),
          Map.entry("Too many open files", Errno.NFILE),
          Map.entry("Text file busy", Errno.TXTBSY),
          Map.entry("File too large", Errno.FBIG),
          Map.entry("No space left on device", Errno.NOSPC),
          Map.entry("Illegal seek", Errno.SPIPE),
          Map.entry("Read-only file system", Errno.ROFS),
          Map.entry("Too many links", Errno.MLINK),
          Map.entry("Broken pipe", Errno.PIPE),
          // of java.io's pipes, and of its streams that are closed
          Map.entry("Pipe closed", Errno.PIPE),
          Map.entry("Pipe broken", Errno.PIPE),
          Map.entry("Read end dead", Errno.PIPE),
          Map.entry("Stream closed", Errno.BADF),
          Map.entry("Stream Closed", Errno.BADF),
          Map.entry("Resource temporarily unavailable", Errno.AGAIN),
          Map.entry("File name too long", Errno.NAMETOOLONG),
          Map.entry("Directory not empty", Errno.NOTEMPTY),
          Map.entry("Too many levels of symbolic links", Errno.LOOP),
          Map.entry("Stale file handle", Errno.STALE),
          Map.entry("Disk quota exceeded", Errno.DQUOT),
          Map.entry("Operation not supported", Errno.NOTSUP));

  // What Java adds to the text when it meets a link that it must not follow.
  private static final String NOFOLLOW = " (NOFOLLOW_LINKS specified)";

  private HostErrors() {}

  /** The error number of a failure; EIO if it is none that is known. */
  static int errno(IOException e) {
    Integer kind = KINDS.get(e.getClass());
    Integer known = kind != null ? kind : TEXTS.get(text(e));
    if (known == null && e.getCause() instanceof IOException cause) {
      return errno(cause);
    }
    return known != null ? known : Errno.IO;
  }

  private static String text(IOException e) {
    String text = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    if (text == null) {
      return "";
    }
    return text.endsWith(NOFOLLOW) ? text.substring(0, text.length() - NOFOLLOW.length()) : text;
  }
}
