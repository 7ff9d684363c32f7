package org.dylink.wasi;

import java.io.IOException;
import java.nio.file.attribute.BasicFileAttributes;
import run.endive.wasi.WasiPreview1;

/** Opening files and folders. */
final class OpenCalls {
  private static final int LOOKUP_FOLLOW = 1;
  private static final int LOOKUP_NOFOLLOW = 0;

  // oflags of typenames.witx
  private static final int CREATE = 1;
  private static final int DIRECTORY = 2;
  private static final int EXCLUSIVE = 4;
  private static final int TRUNCATE = 8;
  private static final int NEW = CREATE | EXCLUSIVE;

  // rights and fdflags of typenames.witx
  private static final long READ = 2;
  private static final int APPEND = 1;

  private final WasiPreview1 endive;
  private final GuestMemory memory;
  private final OpenFiles files;

  OpenCalls(WasiState state) {
    endive = state.endive();
    memory = state.memory();
    files = state.files();
  }

  int pathOpen(
      int folder,
      int lookup,
      int path,
      int size,
      int open,
      long rights,
      long inheriting,
      int flags,
      int result)
      throws IOException {
    memory.check(result, Integer.BYTES);
    files.reserve();
    GuestPath target = resolve(folder, lookup, memory.path(path, size), open);
    check(target, open);
    // Java appends to no file that it also reads or truncates: there TransferCalls appends.
    boolean append = (flags & APPEND) != 0 && ((rights & READ) != 0 || (open & TRUNCATE) != 0);
    Exchange exchange = new Exchange(memory);
    // No link is left to be followed. Endive refuses one that has taken the file's place by now;
    // for
    // what happens between its check and its opening, see PathWalk.
    int errno =
        endive.pathOpen(
            exchange,
            folder,
            LOOKUP_NOFOLLOW,
            target.relative(),
            open,
            rights,
            inheriting,
            append ? flags & ~APPEND : flags,
            Exchange.RESULT);
    if (errno != Errno.SUCCESS) {
      return Access.explain(errno, target);
    }
    OpenFile opened = opened((int) exchange.result(), target, append);
    files.put((int) exchange.result(), opened);
    memory.writeI32(result, (int) exchange.result());
    return Errno.SUCCESS;
  }

  private GuestPath resolve(int folder, int lookup, String path, int open) throws IOException {
    boolean follow = (lookup & LOOKUP_FOLLOW) != 0 || path.endsWith("/");
    // POSIX open: a link is no file that O_EXCL could make.
    return GuestPath.resolve(files.folder(folder).path(), path, follow && (open & NEW) != NEW);
  }

  private static void check(GuestPath target, int open) throws IOException {
    if ((open & CREATE) != 0 && (open & DIRECTORY) != 0) {
      throw new ErrnoException(Errno.INVAL);
    }
    BasicFileAttributes found = target.look();
    if (found != null && (open & NEW) == NEW) {
      throw new ErrnoException(Errno.EXIST);
    }
    if (found != null && found.isOther() && FileStat.of(target.host()).type() == FileStat.UNKNOWN) {
      // Opening a pipe waits for its other end, and nothing could stop the program meanwhile.
      throw new ErrnoException(Errno.NOTSUP);
    }
  }

  private OpenFile opened(int descriptor, GuestPath target, boolean append) throws IOException {
    try {
      return OpenFile.of(target.host(), append);
    } catch (IOException e) {
      endive.fdClose(descriptor); // gone already: nobody could check what it is
      throw e;
    }
  }
}
