package org.dylink.linker.embed;

import static org.dylink.linker.testing.Shapes.constant;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.engine.TrapException;
import org.dylink.engine.host.HostLibrary;
import org.dylink.engine.host.HostSymbol;
import org.dylink.engine.host.ProgramExit;
import org.dylink.format.MalformedModuleException;
import org.dylink.linker.Library;
import org.dylink.linker.LinkDefaults;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.OnWithdraw;
import org.dylink.linker.OpenLibrary;
import org.dylink.linker.Program;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The linker in plain Java: engines by ServiceLoader, libraries from wherever they lie. */
class DylinkTest {
  @TempDir Path first;
  @TempDir Path second;

  @Test
  void linksAMainThatNeedsNothing() throws Exception {
    try (Dylink dylink = Dylink.create();
        Program program = dylink.link(request(constant(shared("main.wasm"), "answer", 42)))) {
      assertEquals(42, program.call("answer"));
      assertEquals(List.of(program), dylink.programs());
    }
  }

  @Test
  void findsLibrariesInFoldersTheFirstCounts() throws Exception {
    write(first, constant(shared("liba.so"), "a", 1));
    write(second, constant(shared("liba.so"), "a", 2));
    write(second, constant(shared("libb.so", "liba.so"), "b", 3));
    try (Dylink dylink = Dylink.builder().folder(first).folder(second).build();
        Program program = dylink.link(request(calling("b", "libb.so")))) {
      assertEquals(3, program.call("call"));
      assertEquals(1, program.call("a"));
      assertSame(dylink.library("liba.so").orElseThrow(), dylink.library("liba.so").orElseThrow());
      assertEquals(
          List.of("libb.so", "liba.so"), dylink.libraries().stream().map(Library::name).toList());
    }
  }

  @Test
  void findsLibrariesOnTheClassPathAndInMemory() throws Exception {
    write(Files.createDirectory(first.resolve("wasm")), constant(shared("liba.so"), "a", 1));
    byte[] b = constant(shared("libb.so", "liba.so"), "b", 3).toArray();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {first.toUri().toURL()}, null);
        Dylink dylink = Dylink.builder().classPath(loader, "wasm").library("libb.so", b).build();
        Program program = dylink.link(request(calling("b", "libb.so")))) {
      assertEquals(3, program.call("call"));
      assertEquals(1, program.call("a"));
    }
  }

  @Test
  void hasJavaFunctionsAsALibrary() throws Exception {
    HostLibrary host =
        HostLibrary.of("libhost.so", Map.of("seven", MethodHandles.constant(int.class, 7)));
    try (Dylink dylink = Dylink.builder().host(host).build();
        Program program = dylink.link(request(calling("seven", "libhost.so")))) {
      assertEquals(7, program.call("call"));
      assertEquals(
          "main.wasm => 0.0.0 (bytes)\n  libhost.so => 0.0.0 (host)\n",
          dylink
              .dependencies(Library.read("main.wasm", calling("seven", "libhost.so").toArray()))
              .toString());
    }
  }

  @Test
  void runsAFile() throws Exception {
    ModuleBuilder main = shared("main.wasm").importFunction("env", "stop", "(i32) -> ()");
    main.exportedFunction("_start", "() -> ()", code().i32Const(5).call("env.stop"));
    Path file = write(first, main);
    HostLibrary host = HostLibrary.of("env", new Stopping());
    try (Dylink dylink = Dylink.builder().host(host).build()) {
      Library library = dylink.read(file);
      assertEquals(file.toUri().toURL().toString(), library.origin());
      assertEquals(5, dylink.run(LinkRequest.builder(library).build()));
      assertEquals(5, dylink.start(LinkRequest.builder(library).build()).waitFor());
      assertEquals(List.of(), dylink.programs());
    }
  }

  /** A function of everybody's. */
  static final class Stopping {
    @HostSymbol
    static void stop(int code) {
      if (code != 0) {
        throw new ProgramExit(code);
      }
    }
  }

  @Test
  void opensLibrariesInARunningProgram() throws Exception {
    write(first, constant(shared("libplug.so"), "plug", 9));
    try (Dylink dylink = Dylink.builder().folder(first).build();
        Program program = dylink.link(request(shared("main.wasm", "libdl.so")));
        OpenLibrary plug = program.open("libplug.so")) {
      assertEquals(9, plug.call("plug"));
      assertEquals(
          List.of("main.wasm", "libdl.so", "libplug.so"),
          program.linkMap().libraries().stream().map(l -> l.library().name()).toList());
    }
  }

  @Test
  void tellsWhatIsMissing() throws Exception {
    try (Dylink dylink =
        Dylink.builder().folder(first).classPath(getClass().getClassLoader(), "wasm").build()) {
      LinkException failure =
          assertThrows(
              LinkException.class, () -> dylink.link(request(shared("main.wasm", "libx.so"))));
      assertEquals(
          "main.wasm: needed library libx.so not found: searched "
              + first
              + ", class path wasm (main.wasm -> libx.so)",
          failure.getMessage());
      assertEquals(Optional.empty(), dylink.library("../secret"));
    }
  }

  @Test
  void tellsWhatIsBroken() throws Exception {
    Files.writeString(first.resolve("libx.so"), "no module");
    try (Dylink dylink = Dylink.builder().folder(first).build()) {
      LinkException failure =
          assertThrows(
              LinkException.class, () -> dylink.link(request(shared("main.wasm", "libx.so"))));
      assertEquals(
          "main.wasm: needed library libx.so not found: libx.so: not a WebAssembly module: starts"
              + " with 6e 6f 20 6d (a text file) (main.wasm -> libx.so)",
          failure.getMessage());
      MalformedModuleException malformed =
          assertThrows(MalformedModuleException.class, () -> dylink.read(first.resolve("libx.so")));
      assertEquals(
          "libx.so: not a WebAssembly module: starts with 6e 6f 20 6d (a text file)",
          malformed.getMessage());
    }
  }

  @Test
  void tellsWhichEnginesThereAre() throws Exception {
    try (Dylink dylink = Dylink.create()) {
      LinkRequest request =
          LinkRequest.builder(library(shared("main.wasm"))).engine("warp").build();
      LinkException failure = assertThrows(LinkException.class, () -> dylink.link(request));
      assertEquals(Reason.UNSUPPORTED, failure.reason());
      assertEquals(
          "main.wasm: no engine is named warp: there are jvm, endive-compiler, endive-interpreter",
          failure.getMessage());
    }
  }

  @Test
  void limitsAllPrograms() throws Exception {
    LinkDefaults defaults =
        new LinkDefaults(
            LinkRequest.WHOLE_MEMORY,
            LinkRequest.DEFAULT_MAX_SLOTS,
            LinkRequest.MOST_THREADS,
            Optional.of(Duration.ofMillis(50)),
            65_536,
            Optional.of("endive-interpreter"),
            OnWithdraw.END,
            Map.of());
    ModuleBuilder main = shared("main.wasm");
    main.exportedFunction("_start", "() -> ()", code().loop().br(0).end());
    try (Dylink dylink = Dylink.builder().defaults(defaults).build()) {
      TrapException trap = assertThrows(TrapException.class, () -> dylink.run(request(main)));
      assertEquals("still running after 0.05 s", trap.getMessage());
    }
  }

  @Test
  void closingEndsAllPrograms() throws Exception {
    Dylink dylink = Dylink.create();
    Program program = dylink.link(request(constant(shared("main.wasm"), "answer", 42)));
    dylink.close();
    dylink.close();
    assertEquals(Program.State.CLOSED, program.state());
    assertEquals(List.of(), dylink.programs());
    LinkException failure =
        assertThrows(LinkException.class, () -> dylink.link(request(shared("main.wasm"))));
    assertEquals("main.wasm: not linked: the linker was closed", failure.getMessage());
  }

  private static ModuleBuilder calling(String function, String library) {
    return shared("main.wasm", library)
        .importFunction("env", function, "() -> i32")
        .exportedFunction("call", "() -> i32", code().call("env." + function));
  }

  private static LinkRequest request(ModuleBuilder main) throws MalformedModuleException {
    return LinkRequest.builder(library(main)).build();
  }

  private static Library library(ModuleBuilder main) throws MalformedModuleException {
    byte[] bytes = main.toArray();
    return Library.read("main.wasm", bytes);
  }

  private static Path write(Path folder, ModuleBuilder module) throws IOException {
    var built = module.build();
    return Files.write(folder.resolve(built.name()), built.bytes().toArray());
  }
}
