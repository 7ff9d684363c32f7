package org.dylink.wasi;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dylink.engine.host.HostNames;

/**
 * symlink(2). A link must lead to a place in its folder, whatever is there now: the host and other
 * programs follow links without our checks.
 */
final class Symlink {
  private Symlink() {}

  /**
   * @param target as {@link HostNames} have it
   */
  static int run(String target, GuestPath link) throws IOException {
    if (target.isEmpty()) {
      return WasiErrno.NOENT;
    }
    link.requireEntry(WasiErrno.EXIST, WasiErrno.EXIST);
    if (link.find() != null) {
      return WasiErrno.EXIST;
    }
    if (link.slash()) {
      return WasiErrno.NOENT;
    }
    if (target.startsWith("/") || leaves(target, link.depth())) {
      return WasiErrno.NOTCAPABLE;
    }
    Files.createSymbolicLink(link.host(), path(target));
    return WasiErrno.SUCCESS;
  }

  // Java takes a slash off the end of a path, where it says that the link is one to a folder; but
  // not one that is escaped in a URI.
  private static Path path(String target) {
    Path plain = HostNames.resolve(Path.of(""), target);
    if (!target.endsWith("/")) {
      return plain;
    }
    String absolute = Path.of("/").resolve(plain).toUri().getRawPath();
    int end = absolute.length() - (absolute.endsWith("/") ? 1 : 0);
    Path slashed = Path.of(URI.create("file://" + absolute.substring(0, end) + "%2F"));
    return slashed.subpath(0, slashed.getNameCount());
  }

  private static boolean leaves(String target, int depth) {
    int at = depth;
    for (String name : target.split("/", -1)) {
      switch (name) {
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
