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
          NoSuchFileException.class, WasiErrno.NOENT,
          FileNotFoundException.class, WasiErrno.NOENT,
          FileAlreadyExistsException.class, WasiErrno.EXIST,
          AccessDeniedException.class, WasiErrno.ACCES,
          NotDirectoryException.class, WasiErrno.NOTDIR,
          DirectoryNotEmptyException.class, WasiErrno.NOTEMPTY,
          NotLinkException.class, WasiErrno.INVAL,
          AtomicMoveNotSupportedException.class, WasiErrno.XDEV,
          ClosedChannelException.class, WasiErrno.BADF);

  private static final Map<String, Integer> TEXTS =
      Map.ofEntries(
          Map.entry("Operation not permitted", WasiErrno.PERM),
          Map.entry("No such file or directory", WasiErrno.NOENT),
          Map.entry("No such device or address", WasiErrno.NXIO),
          Map.entry("Bad file descriptor", WasiErrno.BADF),
          Map.entry("Cannot allocate memory", WasiErrno.NOMEM),
          Map.entry("Permission denied", WasiErrno.ACCES),
          Map.entry("Device or resource busy", WasiErrno.BUSY),
          Map.entry("File exists", WasiErrno.EXIST),
          Map.entry("Invalid cross-device link", WasiErrno.XDEV),
          Map.entry("Not a directory", WasiErrno.NOTDIR),
          Map.entry("Is a directory", WasiErrno.ISDIR),
          Map.entry("Invalid argument", WasiErrno.INVAL),
          Map.entry("Too many open files", WasiErrno.NFILE),
          Map.entry("Text file busy", WasiErrno.TXTBSY),
          Map.entry("File too large", WasiErrno.FBIG),
          Map.entry("No space left on device", WasiErrno.NOSPC),
          Map.entry("Illegal seek", WasiErrno.SPIPE),
          Map.entry("Read-only file system", WasiErrno.ROFS),
          Map.entry("Too many links", WasiErrno.MLINK),
          Map.entry("Broken pipe", WasiErrno.PIPE),
          // of java.io's pipes, and of its streams that are closed
          Map.entry("Pipe closed", WasiErrno.PIPE),
          Map.entry("Pipe broken", WasiErrno.PIPE),
          Map.entry("Read end dead", WasiErrno.PIPE),
          Map.entry("Stream closed", WasiErrno.BADF),
          Map.entry("Stream Closed", WasiErrno.BADF),
          Map.entry("Resource temporarily unavailable", WasiErrno.AGAIN),
          Map.entry("File name too long", WasiErrno.NAMETOOLONG),
          Map.entry("Directory not empty", WasiErrno.NOTEMPTY),
          Map.entry("Too many levels of symbolic links", WasiErrno.LOOP),
          Map.entry("Stale file handle", WasiErrno.STALE),
          Map.entry("Disk quota exceeded", WasiErrno.DQUOT),
          Map.entry("Operation not supported", WasiErrno.NOTSUP));

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
    return known != null ? known : WasiErrno.IO;
  }

  private static String text(IOException e) {
    String text = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    if (text == null) {
      return "";
    }
    return text.endsWith(NOFOLLOW) ? text.substring(0, text.length() - NOFOLLOW.length()) : text;
  }
}
