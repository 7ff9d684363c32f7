package org.dylink.app.launch;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.dylink.engine.host.HostNames;

/** The folder in which the framework keeps its bundles; a temporary one goes with it. */
final class Storage implements AutoCloseable {
  private static final int ATTEMPTS = 20;
  private static final long PAUSE_MILLIS = 25;

  private final Path folder;
  private final boolean temporary;

  private Storage(Path folder, boolean temporary) {
    this.folder = folder;
    this.temporary = temporary;
  }

  /**
   * A folder of the user's alone. Its name need not be a secret, only new; the random ones of
   * {@link Files#createTempDirectory} take a cold JVM as long as starting a bundle.
   */
  static Storage temporary() throws IOException {
    Path parent = Path.of(System.getProperty("java.io.tmpdir"));
    while (true) {
      try {
        Path folder = parent.resolve("dylink-" + Long.toHexString(System.nanoTime()));
        return new Storage(Files.createDirectory(folder, ClassFolder.ownerOnly()), true);
      } catch (FileAlreadyExistsException e) {
        // Another process has come at the same moment.
      }
    }
  }

  /**
   * A folder that stays, with the bundles in it.
   *
   * @param base what a relative name starts from
   * @throws LaunchException if it is none, or cannot be made or written, or if the framework could
   *     not find it: its files have the names that the locale has
   */
  static Storage at(Path base, String name) throws LaunchException {
    Path folder = HostNames.resolve(base, name);
    String shown = HostNames.text(folder);
    if (!isFound(folder)) {
      throw new LaunchException(
          "--storage: " + shown + ": the locale does not have this name: set LC_ALL=C.UTF-8");
    }
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      throw new LaunchException("--storage: expected a folder, found a file: " + e.getFile());
    } catch (IOException e) {
      throw new LaunchException("--storage: cannot be made: " + shown);
    }
    if (!Files.isWritable(folder)) {
      throw new LaunchException("--storage: cannot be written: " + shown);
    }
    return new Storage(folder, false);
  }

  private static boolean isFound(Path folder) {
    try {
      return Path.of(folder.toString()).equals(folder);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Whether nothing of it outlives the framework. */
  boolean isTemporary() {
    return temporary;
  }

  Path folder() {
    return folder;
  }

  /**
   * Deletes a temporary folder; the second call does nothing.
   *
   * @throws IOException if something in it cannot be deleted; the rest stays, too
   */
  @Override
  public void close() throws IOException {
    for (int left = ATTEMPTS; temporary && Files.exists(folder); left--) {
      try {
        Files.walkFileTree(folder, new Deletion());
      } catch (IOException e) {
        // When the process is told to end, a thread that is not done yet may still write here.
        if (left == 0 || !pause()) {
          throw e;
        }
      }
    }
  }

  private static boolean pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path emptied, IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.deleteIfExists(emptied);
      return FileVisitResult.CONTINUE;
    }
  }
}
