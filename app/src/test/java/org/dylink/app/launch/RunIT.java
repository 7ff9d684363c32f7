package org.dylink.app.launch;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;
import org.dylink.testing.Code;
import org.dylink.testing.DylinkBuilder;
import org.dylink.testing.ModuleBuilder;
import org.dylink.testing.OpenerModule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** How {@code dylink run} ends, with small programs. */
final class RunIT {
  private static final String EXIT = "wasi_snapshot_preview1.proc_exit";
  private static EmbeddedFramework framework;

  @TempDir private Path folder;
  private List<String> before;

  @BeforeAll
  static void startFramework() throws LaunchException {
    framework = EmbeddedFramework.start();
  }

  @AfterAll
  static void stopFramework() throws LaunchException {
    framework.close();
  }

  @BeforeEach
  void rememberBundles() {
    before = bundles();
  }

  @AfterEach
  void leavesNoBundle() {
    assertEquals(before, bundles());
  }

  private static List<String> bundles() {
    return Arrays.stream(framework.context().getBundles()).map(Bundle::getLocation).toList();
  }

  private void write(ModuleBuilder builder) throws IOException {
    write(".", builder);
  }

  private void write(String subfolder, ModuleBuilder builder) throws IOException {
    WasmModule module = builder.build();
    Files.write(folder.resolve(subfolder).resolve(module.name()), module.bytes().toArray());
  }

  private static ModuleBuilder program(DylinkBuilder section) {
    return ModuleBuilder.module("app.wasm")
        .dylink(section)
        .withNames()
        .importMemory("env", "memory", 0)
        .importFunction("wasi_snapshot_preview1", "proc_exit", "(i32) -> ()");
  }

  private static ModuleBuilder program(Code start) {
    return program(dylink()).exportedFunction("_start", "() -> ()", start);
  }

  private RecordedCall run(int code, String... arguments) throws LaunchException {
    RecordedCall call = RecordedCall.of(folder, arguments);
    assertEquals(code, framework.call(call.launch()), call.err());
    return call;
  }

  @Test
  void endsWithTheProgramsExitCode() throws Exception {
    write(program(code().i32Const(42).call(EXIT)));
    assertEquals("", run(42, "run", "app.wasm").err());
  }

  @Test
  void endsWith0WhereMainReturns() throws Exception {
    write(program(code().nop()));
    run(0, "run", "./app.wasm", "--an-option-of-its-own");
  }

  @Test
  void endsWith134WhereTheProgramTraps() throws Exception {
    write(
        program(dylink())
            .function("fail", "() -> ()", code().unreachable())
            .exportedFunction("_start", "() -> ()", code().call("fail")));
    assertEquals(
        """
        dylink: app.wasm: trapped: unreachable: unreachable instruction executed
            at fail (app.wasm)
            at _start (app.wasm)
        """,
        run(134, "run", "app.wasm").err());
  }

  @Test
  void endsWith124WhereTimeIsUp() throws Exception {
    write(program(code().loop().br(0).end()));
    assertEquals(
        """
        dylink: app.wasm: timeout: still running after 0.2 s
            at _start (app.wasm)
        """,
        run(124, "run", "--timeout", "0.2", "app.wasm").err());
  }

  @Test
  void endsWith127WhereAFunctionIsUndefinedThatIsCalled() throws Exception {
    write(
        program(dylink())
            .importFunction("env", "gone", "() -> ()")
            .exportedFunction("_start", "() -> ()", code().call("env.gone")));
    String message = "dylink: app.wasm: undefined function gone: searched app.wasm\n";
    assertEquals(message, run(127, "run", "--bind-now", "app.wasm").err());
    assertEquals(message + "    at _start (app.wasm)\n", run(127, "run", "app.wasm").err());
  }

  @Test
  void endsWith127WhereLibrariesAreMissing() throws Exception {
    write(
        program(dylink().needed("libx.so", "liby.so"))
            .exportedFunction("_start", "() -> ()", code().nop()));
    assertEquals(
        """
        dylink: app.wasm: needed library libx.so not found: searched . (app.wasm -> libx.so)
        dylink: app.wasm: needed library liby.so not found: searched . (app.wasm -> liby.so)
        """,
        run(127, "run", "-L", ".", "app.wasm").err());
  }

  @Test
  void endsWith127WhereMainIsNoProgram() throws Exception {
    write(ModuleBuilder.module("lib.so").dylink(dylink()));
    Files.writeString(folder.resolve("text"), "#!/bin/sh\n");
    assertEquals(
        "dylink: lib.so: cannot run: does not export _start\n", run(127, "run", "lib.so").err());
    assertEquals(
        "dylink: text: not a WebAssembly module: starts with 23 21 2f 62 (a text file)\n",
        run(127, "run", "text").err());
    assertEquals(
        "dylink: gone.wasm: program not found: searched no folder, as there is no -L\n",
        run(127, "run", "gone.wasm").err());
  }

  @Test
  void endsWith127WhereNoEngineHasThatName() throws Exception {
    write(program(code().nop()));
    assertEquals(
        "dylink: app.wasm: no engine is named fast: there are jvm, endive-compiler,"
            + " endive-interpreter\n",
        run(127, "run", "--engine", "fast", "app.wasm").err());
  }

  @Test
  void bindsPreloadsBeforeWhatIsNeeded() throws Exception {
    write(library("libcode.so", 1));
    write(library("libother.so", 2));
    write(
        program(dylink().needed("libcode.so"))
            .importFunction("env", "code", "() -> i32")
            .exportedFunction("_start", "() -> ()", code().call("env.code").call(EXIT)));
    run(1, "run", "-L", ".", "app.wasm");
    run(2, "run", "-L", ".", "--preload", "libother.so", "app.wasm");
    assertEquals(
        "dylink: libgone.so: library to preload not found: searched .\n",
        run(127, "run", "-L", ".", "--preload", "libgone.so", "app.wasm").err());
  }

  @Test
  void searchesTheRuntimePathOfTheLibraryThatCallsDlopen() throws Exception {
    Files.createDirectories(folder.resolve("lib/plugins"));
    Files.createDirectories(folder.resolve("plugins"));
    DylinkBuilder section = dylink().needed("libdl.so").runtimePath("$ORIGIN/plugins");
    write("lib", OpenerModule.of("libopener.so", section, "libplug.so"));
    write("lib/plugins", answering(5));
    write("plugins", answering(6));
    write(
        program(dylink().needed("libopener.so").runtimePath("$ORIGIN/plugins"))
            .importFunction("env", "open", "() -> i32")
            .importFunction("env", "use", "(i32) -> i32")
            .exportedFunction(
                "_start", "() -> ()", code().call("env.open").call("env.use").call(EXIT)));
    run(5, "run", "-L", "lib", "app.wasm");
    // As LD_LIBRARY_PATH does, -L goes before it.
    run(6, "run", "-L", "lib", "-L", "plugins", "app.wasm");
  }

  @Test
  void aFileIsOneLibraryUnderAllOfItsNames() throws Exception {
    write(
        ModuleBuilder.module("libnum.so.1.2")
            .dylink(dylink())
            .importFunction("env", "constructed", "() -> ()")
            .exportedFunction("__wasm_call_ctors", "() -> ()", code().call("env.constructed")));
    Files.createSymbolicLink(folder.resolve("libnum.so.1"), Path.of("libnum.so.1.2"));
    Files.createLink(folder.resolve("libnum.so"), folder.resolve("libnum.so.1.2"));
    Files.copy(folder.resolve("libnum.so.1.2"), folder.resolve("copy.so"));
    write(ModuleBuilder.module("libuser.so").dylink(dylink().needed("libnum.so")));
    write(counting("libnum.so.1", "libuser.so", "libnum.so.1.2"));
    run(1, "run", "-L", ".", "app.wasm");
    write(counting("libnum.so.1", "copy.so"));
    run(2, "run", "-L", ".", "app.wasm");
  }

  /** Exits with the number of constructed libraries. */
  private static ModuleBuilder counting(String... needed) {
    return program(dylink().needed(needed))
        .global("count", ValueType.I32, true, code().i32Const(0))
        .exportedFunction(
            "constructed",
            "() -> ()",
            code().globalGet("count").i32Const(1).i32Add().globalSet("count"))
        .exportedFunction("_start", "() -> ()", code().globalGet("count").call(EXIT));
  }

  @Test
  void aPathThatAProgramOpensIsThatFile() throws Exception {
    Files.createDirectories(folder.resolve("a"));
    Files.createDirectories(folder.resolve("b"));
    write("a", answering(5));
    write("b", answering(6));
    write(opening("./b/libplug.so").exportedFunction("_start", "() -> ()", OPEN_AND_USE));
    run(6, "run", "-L", "a", "-L", "b", "app.wasm");
    run(6, "run", "-L", ".", "-L", "a", "app.wasm");
    write(opening("./a/../b/libplug.so").exportedFunction("_start", "() -> ()", OPEN_AND_USE));
    run(6, "run", "-L", "a", "-L", "b", "app.wasm");
    write(opening("libplug.so").exportedFunction("_start", "() -> ()", OPEN_AND_USE));
    run(5, "run", "-L", "a", "-L", "b", "app.wasm");
  }

  private static final Code OPEN_AND_USE = code().call("env.open").call("env.use").call(EXIT);

  @Test
  void aPathThatIsNotGrantedOpensNothing() throws Exception {
    Files.createDirectories(folder.resolve("a"));
    Files.createDirectories(folder.resolve("b"));
    write("a", answering(5));
    write("b", answering(6));
    for (String path :
        List.of("./b/libplug.so", "a/../b/libplug.so", "./libplug.so", "/libplug.so")) {
      write(
          opening(path).exportedFunction("_start", "() -> ()", code().call("env.open").call(EXIT)));
      run(0, "run", "-L", "a", "app.wasm");
    }
  }

  private ModuleBuilder opening(String file) throws IOException {
    write("a", OpenerModule.of("libopener.so", dylink().needed("libdl.so"), file));
    return program(dylink().needed("libopener.so"))
        .importFunction("env", "open", "() -> i32")
        .importFunction("env", "use", "(i32) -> i32");
  }

  @Test
  void printsWhoDefinesTheSymbolsOfAProgram() throws Exception {
    write(
        ModuleBuilder.module("libcode.so")
            .dylink(dylink())
            .importFunction("env", "callback", "() -> ()")
            .exportedFunction("code", "() -> i32", code().i32Const(1)));
    write(
        program(dylink().needed("libcode.so", "libdl.so", "libgone.so"))
            .importFunction("env", "code", "() -> i32")
            .importFunction("env", "dlclose", "(i32) -> i32")
            .importFunction("env", "gone", "() -> ()")
            .exportedFunction("callback", "() -> ()", code()));
    assertEquals(
        """
        NAME       KIND      TYPE          FLAGS  DEFINED BY                   USED BY
        callback   function  () -> ()             app.wasm                     libcode.so
        proc_exit  function  (i32) -> ()   U      host wasi_snapshot_preview1  app.wasm
        code       function  () -> i32     U      libcode.so                   app.wasm
        dlclose    function  (i32) -> i32  U      libdl.so                     app.wasm
        gone       function  () -> ()      U      -                            app.wasm
        """,
        run(0, "symbols", "-L", ".", "app.wasm").out());
  }

  private static ModuleBuilder answering(int answer) {
    return ModuleBuilder.module("libplug.so")
        .dylink(dylink())
        .importMemory("env", "memory", 0)
        .exportedFunction("answer", "() -> i32", code().i32Const(answer));
  }

  private static ModuleBuilder library(String name, int code) {
    return ModuleBuilder.module(name)
        .dylink(dylink())
        .exportedFunction("code", "() -> i32", code().i32Const(code));
  }

  @Test
  void givesPlainModulesTheNamesOfTheLine() throws Exception {
    write(
        ModuleBuilder.module("plain.wasm")
            .exportedFunction("code", "() -> i32", code().i32Const(7)));
    write(
        program(dylink())
            .importFunction("rules", "code", "() -> i32")
            .exportedFunction("_start", "() -> ()", code().call("rules.code").call(EXIT)));
    run(7, "run", "--module", "rules=plain.wasm", "app.wasm");
  }

  @Test
  void tracesTheLink() throws Exception {
    write(program(code().nop()));
    String first = run(0, "run", "--trace", "app.wasm").err().lines().findFirst().orElse("");
    assertTrue(
        first.matches(
            "dylink: +[0-9]+[.][0-9] ms  app[.]wasm: loaded: wasm[.]app[.]wasm 0[.]0[.]0"),
        first);
  }

  @Test
  void refusesAUsageErrorInside() throws Exception {
    assertEquals("dylink: run: unknown option --fly\n", run(2, "run", "--fly").err());
  }

  @Test
  void printsTreesSymbolsAndFacts() throws Exception {
    write(library("libcode.so", 1));
    write(program(dylink().needed("libcode.so", "libgone.so")));
    assertEquals(
        """
        app.wasm => app.wasm
          libcode.so => ./libcode.so
          libgone.so => not found: searched .
        """,
        run(127, "ldd", "-L", ".", "app.wasm").out());
    assertEquals("libcode.so => libcode.so\n", run(0, "ldd", "libcode.so").out());
    assertEquals(
        """
        NAME  KIND      TYPE       FLAGS  DEFINED BY  USED BY
        code  function  () -> i32         libcode.so
        """,
        run(0, "symbols", "libcode.so").out());
    assertEquals(
        "name          libcode.so", run(0, "info", "libcode.so").out().lines().findFirst().get());
  }
}
