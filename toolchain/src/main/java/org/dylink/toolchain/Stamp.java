package org.dylink.toolchain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.List;

/**
 * How a file was made: the command, in a file beside it, and when that began. A source that is
 * saved while it is compiled is newer than the stamp, and so compiled once more.
 */
final class Stamp {
  private final Path file;
  private final String command;

  Stamp(Path output, List<String> command) {
    this.file = output.resolveSibling(output.getFileName() + ".command");
    this.command = String.join("\n", command);
  }

  /** Whether the same command has made it, after each of the inputs was written. */
  boolean holds(Path output, Collection<Path> inputs) throws IOException {
    if (!Files.exists(file) || !Files.exists(output) || !Files.readString(file).equals(command)) {
      return false;
    }
    FileTime began = Files.getLastModifiedTime(file);
    for (Path input : inputs) {
      if (isNewer(input, began)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNewer(Path input, FileTime began) throws IOException {
    try {
      return Files.getLastModifiedTime(input).compareTo(began) >= 0;
    } catch (NoSuchFileException e) {
      return true;
    }
  }

  void begin() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, command);
  }

  void fail() throws IOException {
    Files.deleteIfExists(file);
  }
}
