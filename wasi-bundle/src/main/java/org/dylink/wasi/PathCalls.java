package org.dylink.wasi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dylink.engine.host.HostNames;

/** What a program does with paths. */
final class PathCalls {
  private static final int LOOKUP_FOLLOW = 1;

  private final GuestMemory memory;
  private final Descriptors open;
  private final LinkTimes links;

  PathCalls(WasiState state) {
    memory = state.memory();
    open = state.open();
    links = state.links();
  }

  int pathCreateDirectory(int folder, int path, int size) throws IOException {
    try (GuestPath made = entry(folder, Rights.PATH_CREATE_DIRECTORY, path, size)) {
      made.requireEntry(WasiErrno.EXIST, WasiErrno.EXIST);
      Files.createDirectory(made.host());
      return WasiErrno.SUCCESS;
    }
  }

  int pathFilestatGet(int folder, int lookup, int path, int size, int result) throws IOException {
    memory.check(result, FileStat.SIZE);
    try (GuestPath file = existing(folder, Rights.PATH_FILESTAT_GET, lookup, path, size)) {
      links.exact(file.existing()).write(memory, result);
      return WasiErrno.SUCCESS;
    }
  }

  int pathFilestatSetTimes(
      int folder, int lookup, int path, int size, long accessed, long modified, int flags)
      throws IOException {
    try (GuestPath file = existing(folder, Rights.PATH_FILESTAT_SET_TIMES, lookup, path, size)) {
      FileTimes times = FileTimes.of(accessed, modified, flags);
      FileStat found = file.existing();
      if (found.type() == FileStat.UNKNOWN) {
        return WasiErrno.NOTSUP; // Java opens it for this, and would wait for a pipe's other end
      }
      links.set(times, file.host(), found);
      return WasiErrno.SUCCESS;
    }
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
    try (GuestPath from =
            existing(oldFolder, Rights.PATH_LINK_SOURCE, oldLookup, oldPath, oldSize);
        GuestPath to = entry(newFolder, Rights.PATH_LINK_TARGET, newPath, newSize)) {
      FileStat linked = from.existing();
      to.requireEntry(WasiErrno.EXIST, WasiErrno.EXIST);
      if (to.find() != null) {
        return WasiErrno.EXIST;
      }
      if (to.slash()) {
        return WasiErrno.NOENT;
      }
      if (linked.isFolder()) {
        return WasiErrno.PERM;
      }
      Files.createLink(to.host(), from.host());
      return WasiErrno.SUCCESS;
    }
  }

  /**
   * Reads where a symbolic link leads. An absolute path is a name of the host, which the guest
   * could not use, and need not know.
   */
  int pathReadlink(int folder, int path, int size, int buffer, int bufferSize, int result)
      throws IOException {
    long room = Integer.toUnsignedLong(bufferSize);
    memory.check(buffer, room);
    memory.check(result, Integer.BYTES);
    try (GuestPath link = existing(folder, Rights.PATH_READLINK, 0, path, size)) {
      if (!link.existing().isLink() || room == 0) {
        return WasiErrno.INVAL;
      }
      Path target = Files.readSymbolicLink(link.host());
      if (target.isAbsolute()) {
        return WasiErrno.NOTCAPABLE;
      }
      byte[] bytes = HostNames.bytes(HostNames.text(target));
      int used = (int) Math.min(bytes.length, room);
      memory.write(buffer, bytes, 0, used);
      memory.writeInt(result, used);
      return WasiErrno.SUCCESS;
    }
  }

  int pathRemoveDirectory(int folder, int path, int size) throws IOException {
    try (GuestPath removed = entry(folder, Rights.PATH_REMOVE_DIRECTORY, path, size)) {
      removed.requireEntry(WasiErrno.INVAL, WasiErrno.NOTEMPTY);
      if (!removed.existing().isFolder()) {
        return WasiErrno.NOTDIR;
      }
      Files.delete(removed.host());
      return WasiErrno.SUCCESS;
    }
  }

  int pathRename(int oldFolder, int oldPath, int oldSize, int newFolder, int newPath, int newSize)
      throws IOException {
    try (GuestPath from = entry(oldFolder, Rights.PATH_RENAME_SOURCE, oldPath, oldSize);
        GuestPath to = entry(newFolder, Rights.PATH_RENAME_TARGET, newPath, newSize)) {
      return Rename.run(from, to);
    }
  }

  int pathSymlink(int target, int targetSize, int folder, int path, int size) throws IOException {
    String text = memory.path(target, targetSize);
    try (GuestPath link = entry(folder, Rights.PATH_SYMLINK, path, size)) {
      return Symlink.run(text, link);
    }
  }

  int pathUnlinkFile(int folder, int path, int size) throws IOException {
    try (GuestPath removed = entry(folder, Rights.PATH_UNLINK_FILE, path, size)) {
      removed.requireEntry(WasiErrno.ISDIR, WasiErrno.ISDIR);
      if (removed.existing().isFolder()) {
        return WasiErrno.ISDIR;
      }
      Files.delete(removed.host());
      return WasiErrno.SUCCESS;
    }
  }

  // The path of an entry that a call makes or changes: the entry itself is never followed.
  private GuestPath entry(int folder, long right, int path, int size) throws IOException {
    return GuestPath.resolve(open.folder(folder, right), memory.path(path, size), false);
  }

  // A slash at the end means what a link leads to (POSIX, Pathname Resolution).
  private GuestPath existing(int folder, long right, int lookup, int path, int size)
      throws IOException {
    OpenFolder from = open.folder(folder, right);
    String text = memory.path(path, size);
    return GuestPath.resolve(from, text, (lookup & LOOKUP_FOLLOW) != 0 || text.endsWith("/"));
  }
}
