package org.dylink.wasi;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A guest's path, resolved: an entry of a folder that is held open, so that nobody can put a link
 * in its way between the check and the use.
 */
final class GuestPath implements Closeable {
  private final Handle held; // null if it is the folder that the path is relative to
  private final Path folder;
  private final PathWalk walk;

  private GuestPath(Handle held, Path folder, PathWalk walk) {
    this.held = held;
    this.folder = folder;
    this.walk = walk;
  }

  /**
   * Resolves a path; only its last name may be missing. Errors as {@link PathWalk#of} has them.
   *
   * @param follow whether a symbolic link as last name is followed
   */
  static GuestPath resolve(OpenFolder from, String path, boolean follow) throws IOException {
    Path start = from.handle().path();
    PathWalk walk = PathWalk.of(start, path, follow);
    if (walk.reached().equals(start)) {
      return new GuestPath(null, start, walk);
    }
    Handle held = hold(walk.reached(), from.handle());
    return new GuestPath(held, held.path(), walk);
  }

  private static Handle hold(Path folder, Handle start) throws IOException {
    Handle held = Handle.folder(folder);
    if (!held.isBeneath(start)) {
      held.close();
      throw new ErrnoException(WasiErrno.NOTCAPABLE); // a link was put in the way
    }
    return held;
  }

  /** Where it leads: its last name is not followed any more. */
  Path host() {
    return isEntry() ? PathWalk.child(folder, walk.name()) : folder;
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
    if (held != null) {
      held.close();
    }
  }
}
