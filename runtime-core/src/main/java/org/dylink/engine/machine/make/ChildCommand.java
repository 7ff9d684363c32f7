package org.dylink.engine.machine.make;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The command line of a compiler's process: this JVM's java, told to be frugal. */
final class ChildCommand {
  private static final Path SHELL = Path.of("/bin/sh");
  private static final int RESTRICTED_METHODS = 22;

  // A compiler allocates millions of small pieces and gives few back. To glibc this says: keep what
  // was
  // freed at hand, in large pages, and take more at once. Others do not know the variable.
  private static final String ALLOCATOR = "GLIBC_TUNABLES";
  private static final String ALLOCATION =
      "glibc.malloc.tcache_count=65000:glibc.malloc.hugetlb=1"
          + ":glibc.malloc.trim_threshold=1073741824:glibc.malloc.top_pad=67108864";

  private ChildCommand() {}

  /** What the environment says of allocation, unless the user has said something. */
  static void tune(Map<String, String> environment) {
    environment.putIfAbsent(ALLOCATOR, ALLOCATION);
  }

  /**
   * @param main the class, then what it gets
   */
  static List<String> of(List<Path> classPath, CompilerLimits limits, List<String> main) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SHELL)) {
      String limit = limits.memory() == 0 ? "" : "ulimit -v " + limits.memory() * 1024L + " && ";
      command.addAll(List.of(SHELL.toString(), "-c", limit + "exec nice -n 10 \"$@\"", "sh"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // It lives for one module, and most of its time is LLVM's.
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:CompressedClassSpaceSize=64m",
            "-XX:-CreateCoredumpOnCrash"));
    if (limits.memory() != 0) {
      command.add("-Xmx" + Math.max(64, limits.memory() / 4) + "m");
    }
    if (Runtime.version().feature() >= RESTRICTED_METHODS) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", joined(classPath)));
    command.addAll(main);
    return command;
  }

  private static String joined(List<Path> classPath) {
    return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
