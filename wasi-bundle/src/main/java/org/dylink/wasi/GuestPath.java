package org.dylink.wasi;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A guest's path, resolved beneath the folder that it is relative to.
 *
 * @param folder what the file descriptor stands for: absolute, without symbolic links
 * @param host where it leads, as {@link PathWalk} says
 * @param slash whether the guest wrote a slash at its end: it must be a folder
 */
record GuestPath(Path folder, Path host, boolean slash) {
  static GuestPath resolve(Path folder, String path, boolean follow) throws IOException {
    GuestPath resolved =
        new GuestPath(folder, PathWalk.resolve(folder, path, follow), path.endsWith("/"));
    resolved.checkSlash();
    return resolved;
  }

  /** The same path for Endive, which resolves it again: no link is left in it to be followed. */
  String relative() {
    String names = folder.relativize(host).toString();
    return names.isEmpty() ? "." : slash ? names + "/" : names;
  }

  /** What is there, or null; a symbolic link is not followed. */
  BasicFileAttributes look() throws IOException {
    return PathWalk.look(host);
  }

  /**
   * What is there; a symbolic link is not followed.
   *
   * @throws ErrnoException NOENT if nothing is there
   */
  BasicFileAttributes lookExisting() throws IOException {
    BasicFileAttributes found = look();
    if (found == null) {
      throw new ErrnoException(Errno.NOENT);
    }
    return found;
  }

  /**
   * Refuses the folder itself, for calls that change an entry of a folder: its own entry is in a
   * folder that was not granted.
   *
   * @throws ErrnoException INVAL
   */
  void checkEntry() {
    if (host.equals(folder)) {
      throw new ErrnoException(Errno.INVAL);
    }
  }

  private void checkSlash() throws IOException {
    BasicFileAttributes found = slash ? look() : null;
    if (found != null && !found.isDirectory()) {
      throw new ErrnoException(Errno.NOTDIR);
    }
  }
}
