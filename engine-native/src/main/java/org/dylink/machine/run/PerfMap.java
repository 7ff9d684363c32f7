package org.dylink.machine.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.dylink.engine.machine.MachineObject;
import org.dylink.format.PrintableText;
import org.dylink.format.WasmModule;

/**
 * The file by which {@code perf} and async-profiler name code that is in no file: {@code
 * /tmp/perf-PID.map}, a line a function, {@code START SIZE NAME} in hexadecimal (Linux,
 * tools/perf/Documentation/jit-interface.txt). Nobody writes it unless asked to.
 */
public final class PerfMap {
  private static volatile Path file;

  private PerfMap() {}

  /** Begins to write the file, with what is loaded from now on. */
  public static void write() {
    file = Path.of("/tmp", "perf-" + ProcessHandle.current().pid() + ".map");
  }

  static void note(long address, WasmModule module, MachineObject object) {
    Path to = file;
    if (to == null) {
      return;
    }
    synchronized (PerfMap.class) {
      // In a folder that all may write: another's link is not followed.
      try (BufferedWriter out =
          Files.newBufferedWriter(
              to,
              StandardCharsets.UTF_8,
              StandardOpenOption.CREATE,
              StandardOpenOption.APPEND,
              LinkOption.NOFOLLOW_LINKS)) {
        int first = module.functionCount() - object.functions().size();
        for (int i = 0; i < object.functions().size(); i++) {
          out.write(line(address, object.functions().get(i), module, first + i));
        }
      } catch (IOException e) {
        file = null;
        System.getLogger(PerfMap.class.getName())
            .log(Level.WARNING, "no map for profilers: {0}", e.toString());
      }
    }
  }

  private static String line(
      long address, MachineObject.Range range, WasmModule module, int function) {
    String name = module.functionName(function) + " (" + module.name() + ")";
    return Long.toHexString(address + range.from())
        + " "
        + Integer.toHexString(range.size())
        + " "
        + PrintableText.of(name)
        + "\n";
  }
}
