package org.dylink.wasi;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file descriptor of a program: a standard stream, a folder or a file. */
final class OpenFile {
  static final OpenFile STREAM = new OpenFile(null, null, false);

  private final Path path;
  private final FileStat opened;
  private final boolean appends;
  private List<String> listing = List.of();

  private OpenFile(Path path, FileStat opened, boolean appends) {
    this.path = path;
    this.opened = opened;
    this.appends = appends;
  }

  /**
   * A folder or file that has just been opened.
   *
   * @param path absolute and without symbolic links
   * @param appends whether each write goes to the end, and Endive does not know
   */
  static OpenFile of(Path path, boolean appends) throws IOException {
    return new OpenFile(path, FileStat.of(path), appends);
  }

  boolean isStream() {
    return path == null;
  }

  boolean isFolder() {
    return !isStream() && opened.type() == FileStat.DIRECTORY;
  }

  boolean appends() {
    return appends;
  }

  /** What was found when it was opened. */
  FileStat opened() {
    return opened;
  }

  /**
   * What is found now, or null if the path does not lead to what was opened any more. It may have
   * been renamed since, and what has taken its place may be a symbolic link to anywhere.
   */
  FileStat look() {
    try {
      FileStat now = FileStat.of(path);
      return now.sameFile(opened) ? now : null;
    } catch (IOException e) {
      Border.stopIfInterrupted(); // else it is not there any more
      return null;
    }
  }

  /**
   * The path, if it still leads to what was opened.
   *
   * @throws ErrnoException STALE if not
   */
  Path path() {
    if (look() == null) {
      throw new ErrnoException(Errno.STALE);
    }
    return path;
  }

  /**
   * The names in a folder, as they were at the last {@code refresh}. Kept between the calls that
   * read a folder piece by piece: a program that deletes what it reads would skip names otherwise.
   */
  List<String> names(boolean refresh) throws IOException {
    if (refresh || listing.isEmpty()) {
      listing = list(path());
    }
    return listing;
  }

  private static List<String> list(Path folder) throws IOException {
    List<String> names = new ArrayList<>(List.of(".", ".."));
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        names.add(entry.getFileName().toString());
      }
    }
    return names;
  }
}
