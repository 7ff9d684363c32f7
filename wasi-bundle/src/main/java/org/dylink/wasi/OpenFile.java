package org.dylink.wasi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.StandardOpenOption;

/**
 * An open file. Its position is kept here: that of the host's descriptor serves to find it. Several
 * threads may use it: what moves the position is done by one after the other, as on Linux.
 */
final class OpenFile extends OnDisk {
  private static final int WHENCE_SET = 0;
  static final int WHENCE_CURRENT = 1;
  private static final int WHENCE_END = 2;

  private final FileChannel channel;
  private long position;
  private FileChannel appender; // made at the first write that appends

  /**
   * @param able what it was opened for, of {@link Rights#FILE}
   */
  OpenFile(Handle handle, long able, long rights, long inheriting, int flags) {
    super(handle, able, rights, inheriting, flags);
    this.channel = handle.channel();
  }

  /** As it is now; without a name that leads to it, as it was, with its size. */
  @Override
  FileStat stat() throws IOException {
    try {
      return super.stat();
    } catch (ErrnoException e) {
      return handle().opened().unlinked(channel.size());
    }
  }

  // As POSIX has it for a file that was not opened for what is asked of it.
  @Override
  int refusal(long missing) {
    if ((missing & Rights.OF_FOLDERS) != 0) {
      return WasiErrno.NOTDIR;
    }
    return missing == Rights.FD_FILESTAT_SET_SIZE ? WasiErrno.INVAL : WasiErrno.BADF;
  }

  @Override
  synchronized int read(ByteBuffer target) throws IOException {
    if (!hasPosition()) {
      return channel.read(target);
    }
    int got = channel.read(target, position);
    position += Math.max(got, 0);
    return got;
  }

  /** Reads at a place; the position stays. */
  int read(ByteBuffer target, long place) throws IOException {
    return channel.read(target, place);
  }

  @Override
  synchronized int write(ByteBuffer source) throws IOException {
    int written;
    if (has(APPEND)) {
      written = append(source);
      position = channel.size();
    } else if (hasPosition()) {
      written = channel.write(source, position);
      position += written;
    } else {
      written = channel.write(source);
    }
    sync();
    return written;
  }

  /** Writes at a place, or at the end if it appends, as on Linux; the position stays. */
  int write(ByteBuffer source, long place) throws IOException {
    if (place < 0) {
      throw new ErrnoException(WasiErrno.INVAL);
    }
    int written = has(APPEND) ? append(source) : channel.write(source, place);
    sync();
    return written;
  }

  /**
   * Moves the position, also past the end.
   *
   * @throws ErrnoException INVAL if it would be negative or if there is no such {@code whence}
   */
  synchronized long seek(long offset, int whence) throws IOException {
    long from =
        switch (whence) {
          case WHENCE_SET -> 0;
          case WHENCE_CURRENT -> position;
          case WHENCE_END -> channel.size();
          default -> throw new ErrnoException(WasiErrno.INVAL);
        };
    if (from + offset < 0) {
      throw new ErrnoException(WasiErrno.INVAL); // or more than a long holds: neither is negative
    }
    position = hasPosition() ? from + offset : 0;
    return position;
  }

  synchronized long position() {
    return position;
  }

  /** Cuts the file off or makes it longer by a hole. */
  synchronized void resize(long size) throws IOException {
    if (size < 0) {
      throw new ErrnoException(WasiErrno.INVAL);
    }
    if (size < channel.size()) {
      channel.truncate(size);
    } else {
      reach(size);
    }
  }

  /** Makes it at least so long: Java cannot reserve room on the disk. */
  synchronized void reach(long size) throws IOException {
    if (size > channel.size()) {
      channel.write(ByteBuffer.allocate(1), size - 1);
    }
  }

  @Override
  void close() throws IOException {
    try {
      super.close();
    } finally {
      closeAppender(); // whoever has waited for something was woken
    }
  }

  private synchronized void closeAppender() throws IOException {
    if (appender != null) {
      appender.close();
    }
  }

  private boolean hasPosition() {
    return type() == FileStat.REGULAR_FILE || type() == FileStat.BLOCK_DEVICE;
  }

  private void sync() throws IOException {
    if (has(SYNC | DSYNC)) {
      force(has(SYNC));
    }
  }

  // What the host opens to append is safe from other writers. Where it cannot be opened again,
  // another process may write between the two steps.
  private synchronized int append(ByteBuffer source) throws IOException {
    if (appender == null) {
      appender = openAppender();
    }
    return appender == channel ? channel.write(source, channel.size()) : appender.write(source);
  }

  private FileChannel openAppender() throws IOException {
    try (Handle.Use use = handle().use()) {
      return FileChannel.open(use.path(), StandardOpenOption.APPEND);
    } catch (AccessDeniedException | ErrnoException e) {
      return channel;
    }
  }
}
