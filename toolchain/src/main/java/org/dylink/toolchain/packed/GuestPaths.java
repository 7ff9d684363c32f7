package org.dylink.toolchain.packed;

import java.io.File;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a guest names this machine's files: as the machine does, but that a drive {@code C:\} is the
 * folder {@code /C:}.
 */
final class GuestPaths {
  // A path alone, or behind an option: -IC:\x, --sysroot=C:\x, -Wl,--allow-undefined-file=C:\x
  private static final Pattern DRIVE =
      Pattern.compile("((?:-.*[=,]|-[A-Za-z])?)([A-Za-z]:[\\\\/].*)");

  private GuestPaths() {}

  /** What a guest gets: all of the machine. */
  static Map<String, Path> folders() {
    Map<String, Path> folders = new LinkedHashMap<>();
    for (Path root : FileSystems.getDefault().getRootDirectories()) {
      folders.put(isUnix() ? "/" : "/" + root.toString().substring(0, 2), root);
    }
    return folders;
  }

  static String of(Path path) {
    return ofArgument(path.toString());
  }

  /** An argument with what is a path in it, as the guest names it. */
  static String ofArgument(String argument) {
    return isUnix() ? argument : ofWindows(argument);
  }

  static String ofWindows(String argument) {
    Matcher matcher = DRIVE.matcher(argument);
    return matcher.matches()
        ? matcher.group(1) + "/" + matcher.group(2).replace('\\', '/')
        : argument;
  }

  /** A guest's absolute path, as the machine names it. */
  static Path toHost(String path) {
    return Path.of(isUnix() ? path : path.substring(1));
  }

  private static boolean isUnix() {
    return File.separatorChar == '/';
  }
}
