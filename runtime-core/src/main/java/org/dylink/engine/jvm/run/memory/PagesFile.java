package org.dylink.engine.jvm.run.memory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.MemoryImage;

/**
 * What memories are mapped from: a temporary file that has no name any more when it is used, and
 * holds what they begin with. Nobody writes into it: what a memory's user writes goes into pages of
 * this process, and others that begin with the same share those that nobody has written.
 */
final class PagesFile {
  /** Makes bytes of a file, which becomes as large as that asks for. */
  interface Mapping<T> {
    T map(FileChannel file, long size) throws IOException;
  }

  private final MemoryImage image;
  private FileChannel channel; // guarded by this; null until somebody needs it

  private PagesFile(MemoryImage image) {
    this.image = image;
  }

  /** The one for all memories that begin with an image. */
  static PagesFile of(MemoryImage image) {
    return image.form(PagesFile.class, PagesFile::new);
  }

  /**
   * Maps bytes from the file's begin.
   *
   * @throws IOException if there is no room, in the address space or in the folder of such files
   */
  synchronized <T> T map(long size, Mapping<T> mapping) throws IOException {
    // A channel does not survive an interrupt, and whoever interrupts means somebody else.
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return mapping.map(opened(), size);
        } catch (ClosedChannelException e) {
          channel = null;
          interrupted |= Thread.interrupted();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private FileChannel opened() throws IOException {
    if (channel == null) {
      FileChannel opened = open();
      fill(opened);
      channel = opened;
    }
    return channel;
  }

  private static FileChannel open() throws IOException {
    Path file = Files.createTempFile("dylink-", ".memory"); // nobody else may open it
    try {
      return FileChannel.open(
          file,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private void fill(FileChannel empty) throws IOException {
    List<IOException> failures = new ArrayList<>();
    image.forEach(
        (address, bytes) -> {
          try {
            write(empty, address, ByteBuffer.wrap(bytes));
          } catch (IOException e) {
            failures.add(e);
          }
        });
    if (!failures.isEmpty()) {
      empty.close();
      throw failures.get(0);
    }
  }

  private static void write(FileChannel to, long address, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      to.write(bytes, address + bytes.position());
    }
  }
}
