package org.dylink.engine.jvm.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes files that are there whole or not at all, whenever the process or the disk ends: beside
 * their place, in a file that only the user may read, and then moved there.
 */
final class WholeFiles {
  /** Writes bytes to a file; a test's may have no room. */
  interface Writer {
    void write(Path file, byte[] contents) throws IOException;
  }

  private final Writer writer;

  WholeFiles(Writer writer) {
    this.writer = writer;
  }

  /** Writes a file, in the place of one that is there. */
  void put(Path file, byte[] contents) throws IOException {
    write(
        file, contents, unfinished -> Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE));
  }

  /** Writes a file if there is none. */
  void putNew(Path file, byte[] contents) throws IOException {
    write(file, contents, unfinished -> link(unfinished, file));
  }

  private interface Step {
    void take(Path unfinished) throws IOException;
  }

  private void write(Path file, byte[] contents, Step last) throws IOException {
    Path unfinished = Files.createTempFile(file.getParent(), "", CacheFolder.UNFINISHED);
    try {
      writer.write(unfinished, contents);
      last.take(unfinished);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  // A move would replace what another process has written meanwhile; a link does not.
  private static void link(Path unfinished, Path file) throws IOException {
    try {
      Files.createLink(file, unfinished);
    } catch (FileAlreadyExistsException e) {
      // Another process was faster.
    } catch (UnsupportedOperationException | FileSystemException e) {
      // Not all file systems have links.
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }
}
