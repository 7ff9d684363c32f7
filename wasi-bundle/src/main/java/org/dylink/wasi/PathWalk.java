package org.dylink.wasi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Resolves a guest's path beneath a folder, name by name, as the kernel does for {@code openat2}
 * with RESOLVE_BENEATH. Neither {@code ..} nor a symbolic link leads out of the folder; absolute
 * paths and links to absolute paths are refused, as they are names of the host.
 *
 * <p>What this cannot prevent: the result is a path, and until Endive or the host's file system
 * uses it, someone who may write to the folder can put a symbolic link in the place of one of its
 * folders. A program alone cannot (it runs on one thread); another process, or a second program
 * with the same folder, can. A program makes no link that leads out of its folder ({@link
 * PathCalls#pathSymlink}), so the folder must hold such a link already. Java has openat only for
 * some operations ({@code SecureDirectoryStream}), and Endive uses none of them.
 */
final class PathWalk {
  /** How many symbolic links one path may go through, as in Linux. */
  private static final int MAX_LINKS = 40;

  /** NAME_MAX of the usual file systems, in bytes. */
  private static final int MAX_NAME = 255;

  private final Path folder;
  private final Deque<String> names = new ArrayDeque<>();
  private Path reached;
  private int links;

  private PathWalk(Path folder) {
    this.folder = folder;
    this.reached = folder;
  }

  /**
   * Resolves a path. Only its last name may be missing.
   *
   * @param folder absolute and without symbolic links
   * @param path as the guest gave it
   * @param follow whether a symbolic link as last name is followed; else it is the result
   * @return a path without symbolic links in it, but for the last name as said
   * @throws ErrnoException NOTCAPABLE if it leads out of the folder, NOENT, NOTDIR, LOOP,
   *     NAMETOOLONG, ILSEQ, INVAL or ACCES
   * @throws IOException if the host's file system fails
   */
  static Path resolve(Path folder, String path, boolean follow) throws IOException {
    if (path.isEmpty()) {
      throw new ErrnoException(Errno.NOENT);
    }
    if (path.startsWith("/")) {
      throw new ErrnoException(Errno.NOTCAPABLE);
    }
    PathWalk walk = new PathWalk(folder);
    walk.push(path);
    while (!walk.names.isEmpty()) {
      walk.step(walk.names.pop(), follow);
    }
    return walk.reached;
  }

  /** Attributes of a file, or null if there is none; a symbolic link is not followed. */
  static BasicFileAttributes look(Path path) throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  // The names of a link's target come before those that are left.
  private void push(String path) {
    String[] parts = path.split("/", -1);
    for (int i = parts.length - 1; i >= 0; i--) {
      if (!parts[i].isEmpty()) {
        names.push(parts[i]);
      }
    }
  }

  private void step(String name, boolean follow) throws IOException {
    if (name.equals("..")) {
      up();
    } else if (!name.equals(".")) {
      down(child(reached, name), follow);
    }
  }

  // What was reached has no links in it, so its parent is the one that the kernel would take.
  private void up() {
    if (reached.equals(folder)) {
      throw new ErrnoException(Errno.NOTCAPABLE);
    }
    reached = reached.getParent();
  }

  private void down(Path next, boolean follow) throws IOException {
    BasicFileAttributes found = look(next);
    boolean last = names.isEmpty();
    if (found != null && found.isSymbolicLink() && (follow || !last)) {
      follow(next);
      return;
    }
    if (!last && found == null) {
      throw new ErrnoException(Errno.NOENT);
    }
    if (!last && !found.isDirectory()) {
      throw new ErrnoException(Errno.NOTDIR);
    }
    reached = next;
  }

  private void follow(Path link) throws IOException {
    links++;
    if (links > MAX_LINKS) {
      throw new ErrnoException(Errno.LOOP);
    }
    Path target = Files.readSymbolicLink(link);
    if (target.isAbsolute()) {
      throw new ErrnoException(Errno.NOTCAPABLE);
    }
    push(target.toString());
  }

  // One name of the guest must be one name of the host: on Windows "a\b" and "C:" are not.
  private static Path child(Path parent, String name) {
    if (name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME) {
      throw new ErrnoException(Errno.NAMETOOLONG);
    }
    if (name.indexOf('\0') >= 0) {
      throw new ErrnoException(Errno.INVAL);
    }
    try {
      Path single = parent.getFileSystem().getPath(name);
      if (single.getRoot() != null || single.getNameCount() != 1) {
        throw new ErrnoException(Errno.NOTCAPABLE);
      }
      return parent.resolve(single);
    } catch (InvalidPathException e) {
      throw new ErrnoException(Errno.ILSEQ); // the host's encoding of file names does not have it
    }
  }
}
