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
 * The file by which {@code perf} names code that is in no file: {@code /tmp/perf-PID.map}, a line a
 * function, {@code START SIZE NAME} in hexadecimal (Linux,
 * tools/perf/Documentation/jit-interface.txt). Nobody writes it unless asked to.
 */
public final class PerfMap {
  private static volatile Path file;
  private static boolean isBegun; // guarded by the class

  private PerfMap() {}

  /** Begins to write the file, with what is loaded from now on. */
  public static synchronized void write() {
    Path own = Path.of("/tmp", "perf-" + ProcessHandle.current().pid() + ".map");
    try {
      if (!isBegun) {
        Files.deleteIfExists(own); // of an earlier process of that number
      }
      isBegun = true;
      file = own;
    } catch (IOException e) {
      fail(e);
    }
  }

  /** Goes on without. What the file has stays: what was loaded may run on. */
  public static synchronized void end() {
    file = null;
  }

  private static void fail(IOException e) {
    file = null;
    System.getLogger(PerfMap.class.getName())
        .log(Level.WARNING, "no map for profilers: {0}", e.toString());
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
          MachineObject.Range range = object.functions().get(i);
          if (range.size() > 0) { // else nobody calls it, and LLVM has left it out
            out.write(line(address, range, module, first + i));
          }
        }
      } catch (IOException e) {
        fail(e);
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
