package org.dylink.machine.run;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dylink.engine.machine.MachineObject;
import org.dylink.format.WasmModule;
import org.dylink.machine.llvm.LlvmCompiler;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Linux, tools/perf/Documentation/jit-interface.txt: "START SIZE symbolname", hexadecimal. */
class PerfMapTest {
  private static final Path FILE = Path.of("/tmp/perf-" + ProcessHandle.current().pid() + ".map");
  private static final WasmModule MODULE =
      ModuleBuilder.module("libsquare.so")
          .exportedFunction("square", "(i32) -> i32", code().localGet(0).localGet(0).i32Add())
          .exportedFunction("a b\nc", "() -> ()", code())
          .build();

  @AfterEach
  void end() throws IOException {
    PerfMap.end();
    Files.deleteIfExists(FILE);
  }

  @Test
  void hasALineForEachFunctionThatThereIs() throws Exception {
    MachineObject object = new LlvmCompiler().compile(MODULE);
    PerfMap.write();
    LoadedCode loaded = new LoadedCode(MODULE, object);

    assertEquals(
        List.of(
            line(loaded, object, 0, "square (libsquare.so)"),
            line(loaded, object, 1, "a b\\u000ac (libsquare.so)")),
        lines());
    assertEquals("r-xp", access(loaded.function(0)));
  }

  // What may be done with the pages that an address lies in: r-xp.
  private static String access(long address) throws IOException {
    for (String each : Files.readAllLines(Path.of("/proc/self/maps"))) {
      String[] words = each.split("-|\\s", 3);
      if (Long.parseUnsignedLong(words[0], 16) <= address
          && Long.parseUnsignedLong(words[1], 16) > address) {
        return words[2].substring(0, 4);
      }
    }
    return "";
  }

  private static String line(LoadedCode loaded, MachineObject object, int function, String name) {
    int size = object.functions().get(function).size();
    return Long.toHexString(loaded.function(function))
        + " "
        + Integer.toHexString(size)
        + " "
        + name;
  }

  private static List<String> lines() throws IOException {
    return Files.readAllLines(FILE);
  }

  @Test
  void isThereOnlyWhereSomebodyAsksForIt() throws Exception {
    LoadedCode before = new LoadedCode(MODULE, new LlvmCompiler().compile(MODULE));
    PerfMap.write();
    PerfMap.end();
    LoadedCode after = new LoadedCode(MODULE, new LlvmCompiler().compile(MODULE));

    assertFalse(Files.exists(FILE), "made by " + List.of(before, after));
  }
}
