package org.dylink.app.launch;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Java function that ends the process while a program calls it: the framework is stopped by a
 * shutdown hook, the program's thread waits for the hooks, and neither waits for the other.
 */
final class ExitInHostIT {
  @TempDir private Path folder;
  @TempDir private Path temporary;

  @BeforeEach
  void writeTheProgram() throws IOException {
    ModuleBuilder program =
        ModuleBuilder.module("app.wasm")
            .dylink(dylink())
            .importMemory("env", "memory", 0)
            .importFunction(ExitBundle.MODULE, "end", "(i32) -> ()")
            .exportedFunction("_start", "() -> ()", code().i32Const(7).call("process.end"));
    Files.write(folder.resolve("app.wasm"), program.toArray());
  }

  @Test
  void endsADylinkRunWithItsCode() throws Exception {
    assertEquals(new ProcessCall(7, "", ""), run("embedded"));
  }

  @Test
  void endsAPlainFelixWithItsCode() throws Exception {
    assertEquals(new ProcessCall(7, "the framework has stopped\n", ""), run("felix"));
  }

  private ProcessCall run(String framework) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(ProcessCall.JAVA.toString(), "-Xmx256m"));
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-Dsun.misc.unsafe.memory.access=allow");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(ExitingProcess.class.getName(), framework, folder.toString()));
    command.add(temporary.resolve("storage").toString());
    Path out = temporary.resolve("out");
    Path err = temporary.resolve("err");
    // Files: a pipe that is read would wait for a process that hangs, without a limit.
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    int code = ProcessCall.end(process);
    return new ProcessCall(code, Files.readString(out), Files.readString(err));
  }
}
