package org.dylink.wasi;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * open(2), as Linux does it. As in POSIX a file is opened to be read, to be changed, or for both;
 * which, its rights say.
 *
 * @param how what of these: create, directory, exclusive, truncate
 * @param rights what the program asks for
 * @param inheriting and for what is opened beneath
 * @param flags {@code fdflags}
 */
record Opening(int how, long rights, long inheriting, int flags) {
  private static final int CREATE = 1;
  private static final int DIRECTORY = 2;
  private static final int EXCLUSIVE = 4;
  private static final int TRUNCATE = 8;
  private static final int NEW = CREATE | EXCLUSIVE;

  /** The rights that the folder must have. */
  long needs() {
    long create = has(CREATE) ? Rights.PATH_CREATE_FILE : 0;
    long truncate = has(TRUNCATE) ? Rights.PATH_FILESTAT_SET_SIZE : 0;
    return Rights.PATH_OPEN | create | truncate;
  }

  /**
   * Nothing is opened with more rights than its folder hands on.
   *
   * @throws ErrnoException NOTCAPABLE
   */
  void checkInherited(long handedOn) {
    if (((rights | inheriting) & ~handedOn) != 0) {
      throw new ErrnoException(WasiErrno.NOTCAPABLE);
    }
  }

  /** Whether it must make the file: then a symbolic link is a file that is there already. */
  boolean onlyNew() {
    return (how & NEW) == NEW;
  }

  Descriptor run(GuestPath target) throws IOException {
    if ((flags & ~Descriptor.ALL_FLAGS) != 0 || (has(CREATE) && has(DIRECTORY))) {
      throw new ErrnoException(WasiErrno.INVAL);
    }
    if (target.isEntry() && has(CREATE) && target.slash()) {
      throw new ErrnoException(WasiErrno.ISDIR);
    }
    FileStat found = target.find();
    if (found == null) {
      return make(target);
    }
    if (onlyNew()) {
      throw new ErrnoException(WasiErrno.EXIST);
    }
    return found.isFolder() ? openFolder(target.host()) : openFound(target, found);
  }

  private OpenFile make(GuestPath target) throws IOException {
    if (!has(CREATE)) {
      throw new ErrnoException(WasiErrno.NOENT);
    }
    try {
      return openFile(target.host(), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      if (onlyNew()) {
        throw e;
      }
      return openFile(target.host(), null); // another process has made it meanwhile
    }
  }

  private OpenFolder openFolder(Path path) throws IOException {
    if (has(CREATE) || has(TRUNCATE) || changes()) {
      throw new ErrnoException(WasiErrno.ISDIR);
    }
    return new OpenFolder(Handle.folder(path), null, rights, inheriting, flags);
  }

  private OpenFile openFound(GuestPath target, FileStat found) throws IOException {
    if (has(DIRECTORY) || target.slash()) {
      throw new ErrnoException(WasiErrno.NOTDIR);
    }
    if (found.isLink()) {
      throw new ErrnoException(WasiErrno.LOOP);
    }
    if (found.type() == FileStat.UNKNOWN) {
      // Opening a pipe waits for its other end, and nothing could stop the program meanwhile.
      throw new ErrnoException(WasiErrno.NOTSUP);
    }
    return openFile(target.host(), has(TRUNCATE) ? StandardOpenOption.TRUNCATE_EXISTING : null);
  }

  private OpenFile openFile(Path path, OpenOption change) throws IOException {
    Set<OpenOption> options = new HashSet<>(Set.of(LinkOption.NOFOLLOW_LINKS));
    if (reads()) {
      options.add(StandardOpenOption.READ);
    }
    if (changes() || change != null) {
      options.add(StandardOpenOption.WRITE); // Java makes and empties no file without
    }
    if (change != null) {
      options.add(change);
    }
    FileChannel channel = FileChannel.open(path, options);
    try {
      return new OpenFile(Handle.of(channel, path), able(), rights, inheriting, flags);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private long able() {
    return Rights.FILE & ~(reads() ? 0 : Rights.FD_READ) & ~(changes() ? 0 : Rights.CHANGE);
  }

  private boolean reads() {
    return !changes() || (rights & (Rights.FD_READ | Rights.FD_READDIR)) != 0;
  }

  private boolean changes() {
    return (rights & Rights.CHANGE) != 0;
  }

  private boolean has(int flag) {
    return (how & flag) != 0;
  }
}
