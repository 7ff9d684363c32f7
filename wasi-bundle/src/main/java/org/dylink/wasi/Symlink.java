package org.dylink.wasi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * symlink(2). A link must lead to a place in its folder, whatever is there now: the host and other
 * programs follow links without our checks. Endive makes links to the host's absolute path.
 */
final class Symlink {
  private Symlink() {}

  static int run(String target, GuestPath link) throws IOException {
    if (target.isEmpty() || link.slash()) {
      return Errno.NOENT;
    }
    Path path = parse(link.host(), target);
    if (path.isAbsolute() || leaves(path, depth(link))) {
      return Errno.NOTCAPABLE;
    }
    Files.createSymbolicLink(link.host(), path);
    return Errno.SUCCESS;
  }

  private static Path parse(Path sibling, String target) {
    try {
      return sibling.getFileSystem().getPath(target);
    } catch (InvalidPathException e) {
      throw new ErrnoException(Errno.ILSEQ);
    }
  }

  // How many folders the link is beneath the folder that it must not leave.
  private static int depth(GuestPath link) {
    return link.host().getNameCount() - link.folder().getNameCount() - 1;
  }

  private static boolean leaves(Path target, int depth) {
    int at = depth;
    for (Path name : target) {
      switch (name.toString()) {
        case ".." -> at--;
        case ".", "" -> {}
        default -> at++;
      }
      if (at < 0) {
        return true;
      }
    }
    return false;
  }
}
