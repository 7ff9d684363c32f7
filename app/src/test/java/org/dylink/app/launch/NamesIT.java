package org.dylink.app.launch;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names as bytes, with the jar alone in the locale C. A shell writes the bytes, as the JVM of the
 * test may have that locale, too.
 */
@EnabledOnOs(OS.LINUX)
final class NamesIT {
  private static final String WASI = "wasi_snapshot_preview1";

  @TempDir private Path folder;
  @TempDir private Path temporary;

  /** Prints its arguments, or its environment, each with the NUL behind it. */
  private void write(String what) throws IOException {
    ModuleBuilder program =
        ModuleBuilder.module("app.wasm")
            .importFunction(WASI, what + "_sizes_get", "(i32, i32) -> i32")
            .importFunction(WASI, what + "_get", "(i32, i32) -> i32")
            .importFunction(WASI, "fd_write", "(i32, i32, i32, i32) -> i32")
            .memory(1)
            .exportMemory("memory")
            .exportedFunction("_start", "() -> ()", print(what));
    Files.write(folder.resolve("app.wasm"), program.toArray());
  }

  // At 16 an io vector: the strings at 512, as many bytes as they have.
  private static Code print(String what) {
    return code()
        .i32Const(0)
        .i32Const(20)
        .call(WASI + "." + what + "_sizes_get")
        .drop()
        .i32Const(256)
        .i32Const(512)
        .call(WASI + "." + what + "_get")
        .drop()
        .i32Const(0)
        .i32Const(512)
        .i32Store(16)
        .i32Const(1)
        .i32Const(16)
        .i32Const(1)
        .i32Const(24)
        .call(WASI + ".fd_write")
        .drop();
  }

  private String shell(String script) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", script);
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("DYLINK", String.join(" ", ProcessCall.command(temporary)));
    Process process = builder.directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    byte[] out = process.getInputStream().readAllBytes();
    ProcessCall.end(process);
    return new String(out, StandardCharsets.ISO_8859_1);
  }

  @Test
  void argumentsAreTheirBytes() throws Exception {
    write("args");
    assertEquals(
        "app.wasm\0gr\u00c3\u00bcn\0\u00ff\u00fe\0\0plain\0",
        shell("$DYLINK run app.wasm $(printf 'gr\\303\\274n') $(printf '\\377\\376') '' plain"));
  }

  @Test
  void variablesAreTheirBytes() throws Exception {
    write("environ");
    assertEquals(
        "A=\u00c3\u00bc\u00ff\0",
        shell("$DYLINK run --env A=$(printf '\\303\\274\\377') app.wasm"));
  }

  @Test
  void aProgramIsFoundInAFolderWhoseNameTheLocaleDoesNotHave() throws Exception {
    write("args");
    assertEquals(
        "gr\u00c3\u00bcn.wasm\0",
        shell(
            "d=$(printf 'd\\303\\274\\377'); m=$(printf 'gr\\303\\274n.wasm');"
                + " mkdir $d; mv app.wasm $d/$m; cd $d; $DYLINK run $m"));
  }

  @Test
  void theShellLoadsFilesAndGrantsFolders() throws Exception {
    write("args");
    assertEquals(
        "gr\u00c3\u00bcn.wasm\0",
        shell(
            "d=$(printf 'd\\303\\274\\377'); m=$(printf 'gr\\303\\274n.wasm');"
                + " mkdir $d; mv app.wasm $d/$m;"
                + " printf \"wasm:load $d/$m\\nwasm:run --dir $d::/d $m\\n\""
                + " | $DYLINK shell | tail -n 1"));
  }

  @Test
  void theShellSaysWhatIsNotThere() throws Exception {
    write("args");
    assertEquals(
        "--dir: no such folder: n\u00c3\u00bc\ndylink: no such file: n\u00c3\u00bc\n",
        shell(
            "n=$(printf 'n\\303\\274');"
                + " printf \"wasm:load app.wasm\\nwasm:run --dir $n app.wasm\\nwasm:load $n\\n\""
                + " | $DYLINK shell 2>&1 >/dev/null"));
  }

  @Test
  void aMessageHasTheNamesBytes() throws Exception {
    assertEquals(
        "dylink: gr\u00c3\u00bcn.wasm: program not found: searched no folder, as there is no -L\n",
        shell("$DYLINK run $(printf 'gr\\303\\274n.wasm')"));
  }

  @Test
  void aStorageThatTheLocaleCannotNameIsRefused() throws Exception {
    assertEquals(
        "dylink: --storage: "
            + folder.toRealPath()
            + "/\u00c3\u00bc: the locale does not have this name: set LC_ALL=C.UTF-8\n",
        shell("$DYLINK shell --storage $(printf '\\303\\274')"));
  }
}
