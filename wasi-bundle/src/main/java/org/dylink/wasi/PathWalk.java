package org.dylink.wasi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.dylink.engine.host.HostNames;

/**
 * Resolves a guest's path beneath a folder, name by name, as the kernel does for {@code openat2}
 * with RESOLVE_BENEATH. Neither {@code ..} nor a symbolic link leads out of the folder; absolute
 * paths and links to absolute paths are refused, as they are names of the host.
 *
 * <p>While it walks, others may put links in the place of what it has passed: {@link GuestPath}
 * holds the folder that was reached, and asks the host where that is.
 */
final class PathWalk {
  /** How many symbolic links one path may go through, as in Linux. */
  private static final int MAX_LINKS = 40;

  /** NAME_MAX of the usual file systems, in bytes. */
  private static final int MAX_NAME = 255;

  /** What a path ends in, after which Linux tells calls on entries of a folder apart. */
  enum Last {
    NAME,
    DOT,
    DOTS
  }

  private final Path folder;
  private final Deque<String> names = new ArrayDeque<>();
  private Path reached;
  private String name;
  private Last last = Last.DOT;
  private boolean slash;
  private int links;

  private PathWalk(Path folder) {
    this.folder = folder;
    this.reached = folder;
  }

  /**
   * Walks to the last name of a path, which may be missing.
   *
   * @param folder without symbolic links
   * @param path as the guest gave it
   * @param follow whether a symbolic link as last name is followed; else it is the result
   * @throws ErrnoException NOTCAPABLE if it leads out of the folder, NOENT, NOTDIR, LOOP,
   *     NAMETOOLONG, INVAL or ACCES
   * @throws IOException if the host's file system fails
   */
  static PathWalk of(Path folder, String path, boolean follow) throws IOException {
    if (path.isEmpty()) {
      throw new ErrnoException(WasiErrno.NOENT);
    }
    PathWalk walk = new PathWalk(folder);
    walk.push(path);
    while (!walk.names.isEmpty()) {
      walk.step(walk.names.pop(), follow);
    }
    return walk;
  }

  /**
   * The path of one name of the guest in a folder.
   *
   * @throws ErrnoException INVAL if the host cannot have it, NOTCAPABLE if it means something else
   *     to the host: on Windows {@code a\b} and {@code C:} are not one name
   */
  static Path child(Path folder, String name) {
    try {
      Path path = HostNames.resolve(folder, name);
      if (path.getNameCount() != folder.getNameCount() + 1 || !path.startsWith(folder)) {
        throw new ErrnoException(WasiErrno.NOTCAPABLE);
      }
      return path;
    } catch (InvalidPathException e) {
      throw new ErrnoException(WasiErrno.INVAL);
    }
  }

  /** The folder of the last name; without one, the folder that the path leads to. */
  Path reached() {
    return reached;
  }

  /** How many folders {@link #reached()} is beneath the start. */
  int depth() {
    return reached.getNameCount() - folder.getNameCount();
  }

  /** The last name, if {@link #last()} says that there is one. */
  String name() {
    return name;
  }

  Last last() {
    return last;
  }

  /** Whether a slash ends the path, or the link that its last name was. */
  boolean slash() {
    return slash;
  }

  // The names of a link's target come before those that are left.
  private void push(String path) {
    if (path.startsWith("/")) {
      throw new ErrnoException(WasiErrno.NOTCAPABLE);
    }
    slash |= names.isEmpty() && path.endsWith("/");
    String[] parts = path.split("/", -1);
    for (int i = parts.length - 1; i >= 0; i--) {
      if (!parts[i].isEmpty()) {
        names.push(parts[i]);
      }
    }
  }

  private void step(String next, boolean follow) throws IOException {
    switch (next) {
      case "." -> last = Last.DOT;
      case ".." -> up();
      default -> down(next, follow);
    }
  }

  // What was reached has no links in it, so its parent is the one that the kernel would take.
  private void up() {
    if (reached.equals(folder)) {
      throw new ErrnoException(WasiErrno.NOTCAPABLE);
    }
    reached = reached.getParent();
    last = Last.DOTS;
  }

  private void down(String next, boolean follow) throws IOException {
    if (HostNames.bytes(next).length > MAX_NAME) {
      throw new ErrnoException(WasiErrno.NAMETOOLONG);
    }
    Path path = child(reached, next);
    boolean end = names.isEmpty();
    FileStat found = end && !follow ? null : FileStat.find(path);
    if (found != null && found.isLink()) {
      follow(path);
    } else if (end) {
      name = next;
      last = Last.NAME;
    } else {
      enter(path, found);
    }
  }

  private void enter(Path path, FileStat found) {
    if (found == null) {
      throw new ErrnoException(WasiErrno.NOENT);
    }
    if (!found.isFolder()) {
      throw new ErrnoException(WasiErrno.NOTDIR);
    }
    reached = path;
  }

  private void follow(Path link) throws IOException {
    links++;
    if (links > MAX_LINKS) {
      throw new ErrnoException(WasiErrno.LOOP);
    }
    last = Last.DOT; // of a link to "", which there is not on Linux
    push(HostNames.text(Files.readSymbolicLink(link)));
  }
}
