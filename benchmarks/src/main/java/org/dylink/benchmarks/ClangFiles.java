package org.dylink.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dylink.toolchain.ToolRun;
import org.dylink.toolchain.ToolchainException;
import org.dylink.toolchain.packed.PackedClang;

/** Compiles files one after the other with the packed clang, and says what each took. */
public final class ClangFiles {
  private ClangFiles() {}

  /**
   * Prints a line a file: its name and processor time of this process and clang's, in ms.
   *
   * @param arguments the jar, a folder for objects, then flags, {@code --}, and the files
   */
  public static void main(String[] arguments) throws ToolchainException, IOException {
    List<String> all = List.of(arguments);
    int divider = all.indexOf("--");
    Path home = Path.of(System.getProperty("user.home"));
    try (PackedClang clang = PackedClang.of(Path.of(all.get(0)), System.getenv(), home)) {
      long before = 0; // the start counts, for the first one
      for (String file : all.subList(divider + 1, all.size())) {
        Path name = Path.of(file).getFileName();
        List<String> line = new ArrayList<>(List.of(clang.path().toString()));
        line.addAll(all.subList(2, divider));
        line.addAll(List.of("-c", "-o", Path.of(all.get(1), name + ".o").toString(), file));
        ToolRun run = clang.run(line);
        if (run.code() != 0) {
          throw new IOException(run.output());
        }
        long now = processorMillis();
        System.out.println(name + " " + (now - before));
        before = now;
      }
    }
  }

  private static long processorMillis() {
    ProcessHandle self = ProcessHandle.current();
    return millis(self) + self.children().mapToLong(ClangFiles::millis).sum();
  }

  private static long millis(ProcessHandle process) {
    return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
  }
}
