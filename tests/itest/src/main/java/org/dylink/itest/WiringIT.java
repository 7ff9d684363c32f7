package org.dylink.itest;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dylink.format.WasmModule;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Problem;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.LoadedLibrary;
import org.dylink.linker.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** A library is linked to those that its bundle is wired to. */
@FrameworkTest
class WiringIT {
  private static final String LIB = "libanswer.so";

  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;
  @TempDir Path folder;

  @Test
  void eachConsumerGetsTheVersionThatItIsWiredTo() throws Exception {
    startBare(1, "1.4.0");
    startBare(2, "2.0.0");
    start("old", Modules.asking("old.wasm", LIB), "1.1.0");
    start("new", Modules.asking("new.wasm", LIB), "2.0.0");
    try (Program old = Programs.link(linker, "old.wasm");
        Program young = Programs.link(linker, "new.wasm")) {
      assertEquals(1, old.call("ask"));
      assertEquals(2, young.call("ask"));
      assertEquals(List.of("old 1.0.0", "wasm.libanswer.so 1.4.0"), origins(old));
      assertEquals(List.of("new 1.0.0", "wasm.libanswer.so 2.0.0"), origins(young));
    }
  }

  @Test
  void aConsumerOfAVersionThatNobodyHasIsNotResolved() throws Exception {
    startBare(1, "1.4.0");
    assertThrows(
        BundleException.class, () -> start("newer", Modules.asking("n.wasm", LIB), "1.5.0"));
    assertThrows(
        BundleException.class, () -> start("older", Modules.asking("o.wasm", LIB), "0.9.0"));
  }

  @Test
  void aWireStaysWhenANewerProviderComes() throws Exception {
    startBare(1, "1.4.0");
    LibraryJar.named("asking").library(Modules.asking("ask.wasm", LIB), "1.0.0").start(context);
    startBare(2, "1.5.0");
    try (Program program = Programs.link(linker, "ask.wasm")) {
      assertEquals(1, program.call("ask"));
    }
    assertEquals("1.5.0", Programs.library(linker, LIB).version());
  }

  @Test
  void whatHasNoWireIsTheHighestVersion() throws Exception {
    startBare(1, "1.4.0");
    startBare(3, "1.10.0");
    startBare(2, "1.5.0");
    LibraryJar.named("asking").library(Modules.asking("ask.wasm"), "1.0.0").start(context);
    LinkRequest request = Programs.request(linker, "ask.wasm").preloads(List.of(LIB)).build();
    try (Program program = linker.link(request)) {
      assertEquals(3, program.call("ask"));
    }
  }

  @Test
  void aBundlesOwnLibraryComesBeforeThatOfAnother() throws Exception {
    startBare(1, "9.0.0");
    LibraryJar.named("both")
        .library(Modules.asking("ask.wasm", LIB), "1.0.0")
        .library(Modules.answering(LIB, 2), "1.0.0")
        .start(context);
    try (Program program = Programs.link(linker, "ask.wasm")) {
      assertEquals(2, program.call("ask"));
    }
  }

  @Test
  void twoVersionsOfOneLibraryMeetInOneProgram() throws Exception {
    // main -> liba -> libanswer 1, main -> libb -> libanswer 2: the first one found defines answer.
    startBare(1, "1.0.0");
    startBare(2, "2.0.0");
    start("a", Modules.calling("liba.so", "a", "answer", LIB), "1.0.0");
    start("b", Modules.calling("libb.so", "b", "answer", LIB), "2.0.0");
    LibraryJar.named("main")
        .library(Modules.calling("main.wasm", "ask", "b", "liba.so", "libb.so"), "1.0.0")
        .start(context);
    try (Program program = Programs.link(linker, "main.wasm")) {
      assertEquals(
          List.of(
              "main 1.0.0",
              "a 1.0.0",
              "b 1.0.0",
              "wasm.libanswer.so 1.0.0",
              "wasm.libanswer.so 2.0.0"),
          origins(program));
      assertEquals(1, program.call("ask"));
    }
  }

  @Test
  void bundlesMayNeedEachOther() throws Exception {
    // ping: asks pong and adds one; pong asks the number that ping exports.
    WasmModule ping =
        Modules.library("libping.so", "libpong.so")
            .importFunction("env", "pong", "() -> i32")
            .exportedFunction("number", "() -> i32", code().i32Const(6))
            .exportedFunction("ping", "() -> i32", code().call("env.pong").i32Const(1).i32Add())
            .build();
    Bundle first = LibraryJar.named("ping").library(ping, "1.0.0").install(context);
    LibraryJar.named("pong")
        .library(Modules.calling("libpong.so", "pong", "number", "libping.so"), "1.0.0")
        .start(context);
    first.start();
    try (Program program = Programs.link(linker, "libpong.so")) {
      assertEquals(7, program.call("ping"));
      assertEquals(List.of("pong 1.0.0", "ping 1.0.0"), origins(program));
    }
  }

  @Test
  void aFragmentNeedsAndIsNeededThroughItsHost() throws Exception {
    startBare(5, "1.0.0");
    LibraryJar.named("fragment")
        .header("Fragment-Host", "host")
        .library(Modules.calling("libmiddle.so", "middle", "answer", LIB), "1.0.0")
        .install(context);
    LibraryJar.named("host")
        .library(Modules.calling("host.wasm", "ask", "middle", "libmiddle.so"), "1.0.0")
        .start(context);
    try (Program program = Programs.link(linker, "host.wasm")) {
      assertEquals(5, program.call("ask"));
      assertEquals(
          List.of("host 1.0.0", "fragment 1.0.0", "wasm.libanswer.so 1.0.0"), origins(program));
    }
  }

  @Test
  void aProviderThatIsNotStartedIsNamed() throws Exception {
    LibraryJar.named("answer").library(Modules.answering(LIB, 1), "1.0.0").install(context);
    LibraryJar.named("asking").library(Modules.asking("ask.wasm", LIB), "1.0.0").start(context);
    assertProblem(
        "ask.wasm: needed library libanswer.so not found: its bundle answer 1.0.0 is not started"
            + " (ask.wasm -> libanswer.so)");
  }

  @Test
  void aProviderThatWasStoppedIsNamed() throws Exception {
    Bundle answer =
        LibraryJar.named("answer").library(Modules.answering(LIB, 1), "1.0.0").start(context);
    LibraryJar.named("asking").library(Modules.asking("ask.wasm", LIB), "1.0.0").start(context);
    Programs.link(linker, "ask.wasm").close();
    answer.stop();
    assertProblem(
        "ask.wasm: needed library libanswer.so not found: its bundle answer 1.0.0 is not started"
            + " (ask.wasm -> libanswer.so)");
    answer.start();
    Programs.link(linker, "ask.wasm").close();
  }

  @Test
  void aLibraryWithoutAWireIsMissing() throws Exception {
    startBare(1, "1.0.0");
    LibraryJar.named("careless")
        .library(Modules.asking("ask.wasm", LIB), "1.0.0")
        .header("Require-Capability", null)
        .start(context);
    assertProblem(
        "ask.wasm: needed library libanswer.so not found: no wired bundle provides it"
            + " (ask.wasm -> libanswer.so)");
  }

  @Test
  void theDependenciesAreThoseOfALink() throws Exception {
    Library zdemo = Programs.library(linker, "zdemo.wasm");
    String version = "0.1.0.SNAPSHOT";
    assertEquals(
        String.join(
            "\n",
            "zdemo.wasm => " + version + " (org.dylink.example.zlib-demo " + version + ")",
            "  libz.so => 1.2.13 (org.dylink.example.zlib " + version + ")",
            "    libc.so => 22.0.0 (org.dylink.example.libc " + version + ")",
            "  libc.so => 22.0.0 (org.dylink.example.libc " + version + ")",
            ""),
        linker.dependencies(zdemo).toString());
  }

  private void assertProblem(String message) {
    LinkException failure =
        assertThrows(LinkException.class, () -> Programs.link(linker, "ask.wasm"));
    assertEquals(
        List.of(new Problem(Reason.MISSING_LIBRARY, LIB, "", "ask.wasm", message)),
        failure.problems());
    assertEquals(message, failure.getMessage());
  }

  /** Starts a bare library in a version. */
  private void startBare(int number, String version) throws Exception {
    Path file = folder.resolve("libanswer.so." + version);
    Files.write(file, Modules.answering(LIB, number).bytes().toArray());
    TestFiles.startFile(context, file, "?name=" + LIB + "&version=" + version);
  }

  /** Starts a bundle that is built with a version of the library. */
  private void start(String bundle, WasmModule library, String builtWith) throws BundleException {
    LibraryJar.named(bundle).library(library, "1.0.0").builtWith(LIB, builtWith).start(context);
  }

  private static List<String> origins(Program program) {
    return program.linkMap().libraries().stream()
        .map(LoadedLibrary::library)
        .map(Library::origin)
        .toList();
  }
}
