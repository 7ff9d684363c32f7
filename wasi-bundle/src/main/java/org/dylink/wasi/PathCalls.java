package org.dylink.wasi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import run.endive.wasi.WasiPreview1;

/**
 * What a program does with paths. Each path is resolved here first, so that Endive, which follows
 * symbolic links out of the folder, meets none.
 */
final class PathCalls {
  private static final int LOOKUP_FOLLOW = 1;
  private static final int LOOKUP_NOFOLLOW = 0;

  private final WasiPreview1 endive;
  private final GuestMemory memory;
  private final OpenFiles files;

  PathCalls(WasiState state) {
    endive = state.endive();
    memory = state.memory();
    files = state.files();
  }

  int pathCreateDirectory(int folder, int path, int size) throws IOException {
    GuestPath target = entry(folder, path, size);
    return Access.explain(endive.pathCreateDirectory(folder, target.relative()), target);
  }

  int pathFilestatGet(int folder, int lookup, int path, int size, int result) throws IOException {
    memory.check(result, FileStat.SIZE);
    FileStat.of(existing(folder, lookup, path, size).host()).write(memory, result);
    return Errno.SUCCESS;
  }

  int pathFilestatSetTimes(
      int folder, int lookup, int path, int size, long accessed, long modified, int flags)
      throws IOException {
    GuestPath target = existing(folder, lookup, path, size);
    if (target.lookExisting().isSymbolicLink()) {
      return Errno.NOTSUP; // Java sets the times of what a link leads to
    }
    int errno =
        endive.pathFilestatSetTimes(
            folder, LOOKUP_NOFOLLOW, target.relative(), accessed, modified, flags);
    return Access.explain(errno, target);
  }

  int pathLink(
      int oldFolder,
      int oldLookup,
      int oldPath,
      int oldSize,
      int newFolder,
      int newPath,
      int newSize)
      throws IOException {
    GuestPath from = existing(oldFolder, oldLookup, oldPath, oldSize);
    GuestPath to = entry(newFolder, newPath, newSize);
    if (to.look() != null) {
      return Errno.EXIST;
    }
    if (from.lookExisting().isSymbolicLink()) {
      return Errno.NOTSUP;
    }
    int errno =
        endive.pathLink(oldFolder, LOOKUP_NOFOLLOW, from.relative(), newFolder, to.relative());
    return Access.explain(errno, to);
  }

  /**
   * Reads where a symbolic link leads. An absolute path is a name of the host, which the guest
   * could not use, and need not know.
   */
  int pathReadlink(int folder, int path, int size, int buffer, int bufferSize, int result)
      throws IOException {
    long room = Integer.toUnsignedLong(bufferSize);
    memory.check(buffer, room);
    Path target = Files.readSymbolicLink(entry(folder, path, size).host());
    if (target.isAbsolute()) {
      return Errno.NOTCAPABLE;
    }
    byte[] bytes = target.toString().getBytes(StandardCharsets.UTF_8);
    int used = (int) Math.min(bytes.length, room);
    memory.write(buffer, bytes, 0, used);
    memory.writeI32(result, used);
    return Errno.SUCCESS;
  }

  int pathRemoveDirectory(int folder, int path, int size) throws IOException {
    GuestPath target = entry(folder, path, size);
    target.checkEntry();
    return Access.explain(endive.pathRemoveDirectory(folder, target.relative()), target);
  }

  int pathRename(int oldFolder, int oldPath, int oldSize, int newFolder, int newPath, int newSize)
      throws IOException {
    GuestPath from = entry(oldFolder, oldPath, oldSize);
    GuestPath to = entry(newFolder, newPath, newSize);
    return Rename.run(from, to);
  }

  int pathSymlink(int target, int targetSize, int folder, int path, int size) throws IOException {
    String text = memory.path(target, targetSize);
    GuestPath link = entry(folder, path, size);
    link.checkEntry();
    return Symlink.run(text, link);
  }

  int pathUnlinkFile(int folder, int path, int size) throws IOException {
    GuestPath target = entry(folder, path, size);
    return Access.explain(endive.pathUnlinkFile(folder, target.relative()), target);
  }

  // The path of an entry that a call makes, changes or reads: the entry itself is never followed.
  private GuestPath entry(int folder, int path, int size) throws IOException {
    return resolve(folder, memory.path(path, size), false);
  }

  // A slash at the end means what a link leads to (POSIX, Pathname Resolution).
  private GuestPath existing(int folder, int lookup, int path, int size) throws IOException {
    String text = memory.path(path, size);
    return resolve(folder, text, (lookup & LOOKUP_FOLLOW) != 0 || text.endsWith("/"));
  }

  private GuestPath resolve(int folder, String path, boolean follow) throws IOException {
    return GuestPath.resolve(files.folder(folder).path(), path, follow);
  }
}
