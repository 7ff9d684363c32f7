package org.dylink.linker.embed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dylink.engine.host.HostNames;

/** The folders that libraries may come from: a program is granted what is in them, and no more. */
final class LibraryFolders {
  private final List<Path> folders = new ArrayList<>();

  void add(Path folder) {
    folders.add(folder);
  }

  List<String> names() {
    return folders.stream().map(HostNames::text).toList();
  }

  /** Whether something is a file's name, and no path. */
  static boolean isName(String name) {
    return !name.isEmpty()
        && !name.contains("/")
        && !name.contains("\\")
        && !name.contains("\0")
        && !name.equals(".")
        && !name.equals("..");
  }

  /** The files of a name, in the order of the folders. */
  List<Path> find(String name) {
    return isName(name)
        ? folders.stream()
            .flatMap(folder -> resolve(folder, name))
            .filter(Files::isRegularFile)
            .toList()
        : List.of();
  }

  /**
   * The file that a path names, from the working folder on, else from one of the folders on. The
   * folder that it leads to must be in one of these; the file itself may be a link, as others are.
   */
  Optional<Path> locate(String path) {
    Stream<Path> below = folders.stream().flatMap(folder -> resolve(folder, path));
    return Stream.concat(resolve(Path.of(""), path), below)
        .filter(file -> !path.endsWith("/") && Files.isRegularFile(file))
        .filter(this::isInside)
        .findFirst();
  }

  private boolean isInside(Path file) {
    try {
      Path parent = file.toAbsolutePath().getParent().toRealPath();
      for (Path folder : folders) {
        if (Files.isDirectory(folder) && parent.startsWith(folder.toRealPath())) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  // A guest may ask for any bytes; what cannot be a path of this machine names no file of it.
  private static Stream<Path> resolve(Path folder, String path) {
    try {
      return Stream.of(HostNames.resolve(folder, path));
    } catch (InvalidPathException e) {
      return Stream.empty();
    }
  }
}
