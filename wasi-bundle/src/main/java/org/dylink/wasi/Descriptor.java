package org.dylink.wasi;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What a file descriptor stands for: a stream, a file or a folder. It says in one place what may be
 * done with it: what its kind can do at all, and what of that the program still has a right to.
 * Several threads may use it at once.
 */
abstract class Descriptor {
  /** {@code fdflags} of typenames.witx: each write goes to the end. */
  static final int APPEND = 1;

  /** Each write is on the disk when it returns; the data, or everything. */
  static final int DSYNC = 2;

  static final int SYNC = 16;

  /** All flags that there are: append, dsync, nonblock, rsync, sync. */
  static final int ALL_FLAGS = 31;

  private final long able;
  private volatile long rights;
  private volatile long inheriting;
  private volatile int flags;

  /**
   * @param able what this kind can do, whoever asks
   * @param rights what the program may do; of it, what {@code able} has not is left out
   * @param inheriting what it may do with what it opens beneath
   */
  Descriptor(long able, long rights, long inheriting, int flags) {
    this.able = able;
    this.rights = rights & able;
    this.inheriting = inheriting;
    this.flags = flags;
  }

  /**
   * Makes sure that a call is allowed.
   *
   * @param right those of {@link Rights} that it needs
   * @throws ErrnoException as POSIX says where this kind cannot do it at all; NOTCAPABLE where the
   *     program may not
   */
  final void require(long right) {
    long missing = right & ~able;
    if (missing != 0) {
      throw new ErrnoException(refusal(missing));
    }
    if (!may(right)) {
      throw new ErrnoException(WasiErrno.NOTCAPABLE);
    }
  }

  final boolean may(long right) {
    return (right & ~rights) == 0;
  }

  /**
   * Gives up rights.
   *
   * @throws ErrnoException NOTCAPABLE if there would be more than before
   */
  final synchronized void restrict(long newRights, long newInheriting) {
    if ((newRights & ~rights) != 0 || (newInheriting & ~inheriting) != 0) {
      throw new ErrnoException(WasiErrno.NOTCAPABLE);
    }
    rights = newRights;
    inheriting = newInheriting;
  }

  final long rights() {
    return rights;
  }

  final long inheriting() {
    return inheriting;
  }

  final int flags() {
    return flags;
  }

  final void setFlags(int newFlags) {
    flags = newFlags;
  }

  final boolean has(int flag) {
    return (flags & flag) != 0;
  }

  /** {@code filetype}, one of those of {@link FileStat}. */
  abstract int type();

  abstract FileStat stat() throws IOException;

  /**
   * The error number for what this kind cannot do.
   *
   * @param missing some of {@link Rights}
   */
  abstract int refusal(long missing);

  /**
   * Reads what is next.
   *
   * @return how many bytes; 0 or less at the end
   */
  int read(ByteBuffer target) throws IOException {
    throw new IllegalStateException("BUG: not asked whether this can be read");
  }

  /** Writes some or all of the bytes and returns how many. */
  int write(ByteBuffer source) throws IOException {
    throw new IllegalStateException("BUG: not asked whether this can be written");
  }

  /** Gives back what it holds of the host. */
  void close() throws IOException {}
}
