package org.dylink.wasi;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file or folder that is held open, with a path that means it while it is: renamed, unlinked, or
 * its name taken by a link. Where the host has no such path ({@link HostDescriptors}), it is the
 * name that it was opened by, as long as that leads to it.
 */
final class Handle implements Closeable {
  private static final String ITSELF = ".";

  private final FileChannel channel; // null of a folder that the host does not open
  private final Path name;
  private final Path link; // null if the host has none
  private final FileStat opened;
  private int uses; // guarded by this
  private boolean closing; // guarded by this

  private Handle(FileChannel channel, Path name, Path link) throws IOException {
    this.channel = channel;
    this.name = name;
    this.link = link;
    this.opened = link == null ? FileStat.of(name) : FileStat.ofOpen(link);
  }

  /**
   * Holds what a channel has open; closing this closes it.
   *
   * @param name where it was found
   */
  static Handle of(FileChannel channel, Path name) throws IOException {
    return new Handle(channel, name, HostDescriptors.path(channel));
  }

  /**
   * Opens a folder.
   *
   * @throws ErrnoException NOTDIR if it is none, a symbolic link to one included
   */
  static Handle folder(Path path) throws IOException {
    FileChannel channel = openFolder(path);
    Handle made;
    try {
      made = channel == null ? new Handle(null, path, null) : of(channel, path);
    } catch (IOException | RuntimeException e) {
      close(channel);
      throw e;
    }
    if (made.opened.type() != FileStat.DIRECTORY) {
      made.close();
      throw new ErrnoException(WasiErrno.NOTDIR);
    }
    return made;
  }

  // Only looked at before, as the opening of a pipe waits for its other end. A folder that may be
  // passed and not read cannot be held in Java: its name has to do.
  private static FileChannel openFolder(Path path) throws IOException {
    if (FileStat.of(path).type() != FileStat.DIRECTORY) {
      throw new ErrnoException(WasiErrno.NOTDIR);
    }
    try {
      return FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    } catch (AccessDeniedException e) {
      return null;
    }
  }

  FileChannel channel() {
    return channel;
  }

  /** What was found when it was opened. */
  FileStat opened() {
    return opened;
  }

  FileStat stat() throws IOException {
    try (Use use = use()) {
      return link == null ? FileStat.of(use.path()) : FileStat.ofOpen(link);
    }
  }

  /**
   * Begins a use of its path.
   *
   * @throws ErrnoException BADF if it is closed
   */
  synchronized Use use() {
    if (closing) {
      throw new ErrnoException(WasiErrno.BADF);
    }
    checkOpen();
    uses++;
    return new Use();
  }

  /**
   * As long as its path is used it stays open, whichever thread closes it: the host would give the
   * path to something else.
   */
  final class Use implements Closeable {
    private Use() {}

    /**
     * A path that means it.
     *
     * @throws ErrnoException STALE if there is none any more, BADF if it is closed
     */
    Path path() {
      checkOpen();
      if (link != null) {
        return opened.type() == FileStat.DIRECTORY ? link.resolve(ITSELF) : link;
      }
      if (!isThere()) {
        throw new ErrnoException(WasiErrno.STALE);
      }
      return name;
    }

    /** To be called once. */
    @Override
    public void close() throws IOException {
      end();
    }
  }

  private synchronized void end() throws IOException {
    uses--;
    if (closing && uses == 0) {
      close(channel);
    }
  }

  /**
   * Whether this is beneath another folder, as the host sees it now; true if it cannot tell.
   *
   * @param folder one that is held open
   */
  boolean isBeneath(Handle folder) throws IOException {
    if (link == null || folder.link == null) {
      return true;
    }
    return Files.readSymbolicLink(link).startsWith(Files.readSymbolicLink(folder.link));
  }

  // An interrupt closes a channel that is in use. The host may then give its number, which the link
  // has, to anything.
  private void checkOpen() {
    if (channel != null && !channel.isOpen()) {
      throw new ErrnoException(WasiErrno.BADF);
    }
  }

  private boolean isThere() {
    try {
      return FileStat.of(name).sameFile(opened);
    } catch (IOException e) {
      Border.stopIfInterrupted(); // else it is not there any more
      return false;
    }
  }

  /** Closes it, or lets the last use of its path do that. */
  @Override
  public synchronized void close() throws IOException {
    closing = true;
    if (uses == 0) {
      close(channel);
    }
  }

  private static void close(FileChannel channel) throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
