package org.dylink.wasi;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A guest's path, resolved: an entry of a folder that is held open, so that nobody can put a link
 * in its way between the check and the use.
 */
final class GuestPath implements Closeable {
  private final Handle.Use folder;
  private final PathWalk walk;

  private GuestPath(Handle.Use folder, PathWalk walk) {
    this.folder = folder;
    this.walk = walk;
  }

  /**
   * Resolves a path; only its last name may be missing. Errors as {@link PathWalk#of} has them.
   *
   * @param follow whether a symbolic link as last name is followed
   */
  static GuestPath resolve(OpenFolder from, String path, boolean follow) throws IOException {
    Handle.Use start = from.handle().use();
    boolean isLast = false;
    try {
      PathWalk walk = PathWalk.of(start.path(), path, follow);
      isLast = walk.reached().equals(start.path());
      return new GuestPath(isLast ? start : hold(walk.reached(), from.handle()), walk);
    } finally {
      if (!isLast) {
        start.close();
      }
    }
  }

  private static Handle.Use hold(Path folder, Handle start) throws IOException {
    try (Handle held = Handle.folder(folder)) { // it stays open as long as it is used
      if (!held.isBeneath(start)) {
        throw new ErrnoException(WasiErrno.NOTCAPABLE); // a link was put in the way
      }
      return held.use();
    }
  }

  /** Where it leads: its last name is not followed any more. */
  Path host() {
    return isEntry() ? PathWalk.child(folder.path(), walk.name()) : folder.path();
  }

  /** How many folders it is beneath the one that it is relative to; 0 is in that one. */
  int depth() {
    return walk.depth();
  }

  /** Whether it ends in a name, not in {@code .} or {@code ..}. */
  boolean isEntry() {
    return walk.last() == PathWalk.Last.NAME;
  }

  /**
   * Makes sure that it ends in a name.
   *
   * @param dot the error number if it ends in {@code .}
   * @param dots and in {@code ..}
   */
  void requireEntry(int dot, int dots) {
    if (!isEntry()) {
      throw new ErrnoException(walk.last() == PathWalk.Last.DOT ? dot : dots);
    }
  }

  /** Whether the guest wrote a slash at its end: it must be a folder. */
  boolean slash() {
    return walk.slash();
  }

  /** What is there, or null; a symbolic link is not followed. */
  FileStat find() throws IOException {
    return FileStat.find(host());
  }

  /**
   * What is there; a symbolic link is not followed.
   *
   * @throws ErrnoException NOENT if nothing is there, NOTDIR if it is no folder and ends in a slash
   */
  FileStat existing() throws IOException {
    FileStat found = find();
    if (found == null) {
      throw new ErrnoException(WasiErrno.NOENT);
    }
    if (slash() && !found.isFolder()) {
      throw new ErrnoException(WasiErrno.NOTDIR);
    }
    return found;
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
