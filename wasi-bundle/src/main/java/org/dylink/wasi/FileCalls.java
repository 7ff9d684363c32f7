package org.dylink.wasi;

import run.endive.wasi.WasiPreview1;

/** What a program does with a file descriptor, other than reading and writing. */
final class FileCalls {
  private static final int APPEND = 1; // fdflags
  private static final int WHENCE_SET = 0;
  private static final int WHENCE_END = 2;

  private final WasiPreview1 endive;
  private final GuestMemory memory;
  private final OpenFiles files;

  FileCalls(WasiState state) {
    endive = state.endive();
    memory = state.memory();
    files = state.files();
  }

  int fdAdvise(int descriptor, long offset, long size, int advice) {
    return endive.fdAdvise(descriptor, offset, size, advice);
  }

  int fdAllocate(int descriptor, long offset, long size) {
    if (offset > Long.MAX_VALUE - Math.max(size, 0)) {
      return Errno.FBIG;
    }
    return endive.fdAllocate(descriptor, offset, size);
  }

  int fdClose(int descriptor) {
    files.get(descriptor);
    files.remove(descriptor);
    return endive.fdClose(descriptor);
  }

  int fdDatasync(int descriptor) {
    return endive.fdDatasync(descriptor);
  }

  int fdFdstatGet(int descriptor, int result) {
    boolean appends = files.get(descriptor).appends();
    int errno = endive.fdFdstatGet(memory, descriptor, result);
    if (appends) {
      int flags = result + 2;
      memory.writeShort(flags, (short) (memory.readShort(flags) | APPEND));
    }
    return errno;
  }

  int fdFdstatSetFlags(int descriptor, int flags) {
    boolean appends = files.get(descriptor).appends();
    if (appends && (flags & APPEND) == 0) {
      return Errno.NOTSUP;
    }
    return endive.fdFdstatSetFlags(descriptor, appends ? flags & ~APPEND : flags);
  }

  int fdFdstatSetRights(int descriptor, long rights, long inheriting) {
    files.get(descriptor);
    return endive.fdFdstatSetRights(descriptor, rights, inheriting);
  }

  int fdFilestatGet(int descriptor, int result) {
    OpenFile file = files.get(descriptor);
    if (file.isStream()) {
      return endive.fdFilestatGet(memory, descriptor, result);
    }
    memory.check(result, FileStat.SIZE);
    stat(descriptor, file).write(memory, result);
    return Errno.SUCCESS;
  }

  int fdFilestatSetSize(int descriptor, long size) {
    return endive.fdFilestatSetSize(descriptor, size);
  }

  int fdFilestatSetTimes(int descriptor, long accessed, long modified, int flags) {
    OpenFile file = files.get(descriptor);
    if (!file.isStream()) {
      file.path(); // Endive sets the times of whatever has this path now
    }
    return endive.fdFilestatSetTimes(descriptor, accessed, modified, flags);
  }

  int fdPrestatGet(int descriptor, int result) {
    return endive.fdPrestatGet(memory, descriptor, result);
  }

  int fdPrestatDirName(int descriptor, int name, int size) {
    return endive.fdPrestatDirName(memory, descriptor, name, size);
  }

  int fdRenumber(int from, int to) {
    OpenFile moved = files.get(from);
    int errno = endive.fdRenumber(from, to);
    if (errno == Errno.SUCCESS) {
      files.remove(from);
      files.put(to, moved);
    }
    return errno;
  }

  int fdSeek(int descriptor, long offset, int whence, int result) {
    memory.check(result, Long.BYTES);
    return endive.fdSeek(memory, descriptor, offset, whence, result);
  }

  int fdSync(int descriptor) {
    return endive.fdSync(descriptor);
  }

  int fdTell(int descriptor, int result) {
    return endive.fdTell(memory, descriptor, result);
  }

  // A program may go on with a file that it has unlinked or renamed, as with a temporary file:
  // its attributes are then those of its opening, and the size is that of the open file.
  private FileStat stat(int descriptor, OpenFile file) {
    FileStat now = file.look();
    if (now != null) {
      return now;
    }
    if (file.isFolder()) {
      throw new ErrnoException(Errno.STALE);
    }
    return file.opened().unlinked(size(descriptor));
  }

  private long size(int descriptor) {
    Exchange exchange = new Exchange(memory);
    endive.fdTell(exchange, descriptor, Exchange.RESULT);
    long position = exchange.result();
    endive.fdSeek(exchange, descriptor, 0, WHENCE_END, Exchange.RESULT);
    long size = exchange.result();
    endive.fdSeek(exchange, descriptor, position, WHENCE_SET, Exchange.RESULT);
    return size;
  }
}
