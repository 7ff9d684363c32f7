package org.dylink.itest;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.dylink.format.WasmModule;
import org.dylink.linker.LinkException;
import org.dylink.linker.Linker;
import org.dylink.linker.LoadedLibrary;
import org.dylink.linker.Program;
import org.dylink.testing.DylinkBuilder;
import org.dylink.testing.ModuleBuilder;
import org.dylink.testing.OpenerModule;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** RUNTIME_PATH names folders of the library's own bundle, which come before all else. */
@FrameworkTest
class RuntimePathIT {
  private static final String LIB = "libanswer.so";
  private static final String PLUG = "libplug.so";

  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;

  @Test
  void itsFoldersComeBeforeTheRestOfTheBundle() throws Exception {
    LibraryJar.named("asking")
        .library(asking("ask.wasm", "$ORIGIN/none", "$ORIGIN/plugins"), "1.0.0")
        .library(Modules.answering(LIB, 1), "9.0.0")
        .library("lib/plugins", Modules.answering(LIB, 2), "1.0.0")
        .start(context);
    assertEquals(2, ask("ask.wasm"));
  }

  @Test
  void itsFoldersComeInItsOrder() throws Exception {
    LibraryJar.named("asking")
        .library(asking("ask.wasm", "${ORIGIN}/second", "$ORIGIN/../first"), "1.0.0")
        .library("first", Modules.answering(LIB, 1), "1.0.0")
        .library("lib/second", Modules.answering(LIB, 2), "1.0.0")
        .start(context);
    assertEquals(2, ask("ask.wasm"));
  }

  @Test
  void theRestOfTheBundleComesBeforeWires() throws Exception {
    startBesideAWire("$ORIGIN/none");
    assertEquals(2, ask("ask.wasm"));
  }

  @Test
  void aFolderOfTheBundleComesBeforeAWire() throws Exception {
    startBesideAWire("$ORIGIN/plugins");
    assertEquals(2, ask("ask.wasm"));
  }

  @Test
  void whatNoFolderHasComesAlongAWire() throws Exception {
    LibraryJar.named("other").library(Modules.answering(LIB, 1), "1.0.0").start(context);
    LibraryJar.named("asking")
        .library(asking("ask.wasm", "$ORIGIN/plugins"), "1.0.0")
        .library("lib/plugins", Modules.answering("libanother.so", 2), "1.0.0")
        .start(context);
    assertEquals(1, ask("ask.wasm"));
  }

  @Test
  void eachLibraryHasItsOwnOrigin() throws Exception {
    LibraryJar.named("twins")
        .library(Modules.calling("main.wasm", "ask", "b", "liba.so", "libb.so"), "1.0.0")
        .library("a", calling("liba.so", "a", "$ORIGIN"), "1.0.0")
        .library("b", calling("libb.so", "b", "$ORIGIN"), "1.0.0")
        .library("a", Modules.answering(LIB, 1), "1.1.0")
        .library("b", Modules.answering(LIB, 2), "1.2.0")
        .start(context);
    try (Program program = Programs.link(linker, "main.wasm")) {
      assertEquals(
          List.of(
              "main.wasm 1.0.0", "liba.so 1.0.0", "libb.so 1.0.0", LIB + " 1.1.0", LIB + " 1.2.0"),
          versions(program));
      // As in ELF, symbols are the program's: the first of both defines it for all.
      assertEquals(1, program.call("ask"));
    }
  }

  @Test
  void aPathOutOfTheBundleLeadsNowhere() throws Exception {
    LibraryJar.named("asking")
        .library(
            asking("ask.wasm", "$ORIGIN/../../../lib/plugins", "/lib/plugins", "lib/plugins"),
            "1.0.0")
        .library(Modules.answering(LIB, 1), "1.0.0")
        .library("lib/plugins", Modules.answering(LIB, 2), "1.0.0")
        .start(context);
    assertEquals(1, ask("ask.wasm"));
  }

  @Test
  void aFragmentsFolderIsOneOfItsHosts() throws Exception {
    LibraryJar.named("fragment")
        .header("Fragment-Host", "host")
        .library("lib/plugins", Modules.answering(LIB, 2), "1.0.0")
        .install(context);
    LibraryJar.named("host")
        .library(asking("ask.wasm", "$ORIGIN/plugins"), "1.0.0")
        .library(Modules.answering(LIB, 1), "1.0.0")
        .start(context);
    assertEquals(2, ask("ask.wasm"));
  }

  @Test
  void itHoldsForDlopenToo() throws Exception {
    startNewestPlug();
    LibraryJar.named("opener")
        .library(opening("opener.wasm", "$ORIGIN/plugins"), "1.0.0")
        .library("lib/plugins", Modules.answering(PLUG, 2), "1.0.0")
        .start(context);
    assertEquals(2, openAndUse("opener.wasm"));
  }

  @Test
  void theRuntimePathOfTheLibraryThatCallsDlopenCounts() throws Exception {
    startNewestPlug();
    LibraryJar.named("middle")
        .library(opening("libopener.so", "$ORIGIN/plugins"), "1.0.0")
        .library("lib/plugins", Modules.answering(PLUG, 2), "1.0.0")
        .start(context);
    // Main's bundle has a library of that name, too, in a folder that main's own path names.
    ModuleBuilder main =
        ModuleBuilder.module("main.wasm")
            .dylink(dylink().runtimePath("$ORIGIN/plugins").needed("libopener.so"))
            .importMemory("env", "memory", 0)
            .importFunction("env", "open", "() -> i32")
            .exportedFunction("main_open", "() -> i32", code().call("env.open"));
    LibraryJar.named("main")
        .library(main.build(), "1.0.0")
        .library("lib/plugins", Modules.answering(PLUG, 3), "1.0.0")
        .start(context);
    try (Program program = Programs.link(linker, "main.wasm")) {
      assertEquals(2, program.call("use", program.call("main_open")));
      assertEquals(3, program.open(PLUG).call("answer"));
    }
  }

  @Test
  void dlopenOfWhatNoFolderHasTakesTheHighestVersion() throws Exception {
    startNewestPlug();
    LibraryJar.named("opener")
        .library(opening("opener.wasm", "$ORIGIN/plugins"), "1.0.0")
        .start(context);
    assertEquals(9, openAndUse("opener.wasm"));
  }

  private void startNewestPlug() throws Exception {
    LibraryJar.named("newest").library(Modules.answering(PLUG, 9), "9.0.0").start(context);
  }

  private Object ask(String main) throws LinkException {
    try (Program program = Programs.link(linker, main)) {
      return program.call("ask");
    }
  }

  private Object openAndUse(String main) throws LinkException {
    try (Program program = Programs.link(linker, main)) {
      return program.call("use", program.call("open"));
    }
  }

  private static WasmModule asking(String name, String... runtimePath) {
    return calling(name, "ask", runtimePath);
  }

  /** A library whose function calls {@code answer} of libanswer.so. */
  private static WasmModule calling(String name, String function, String... runtimePath) {
    return ModuleBuilder.module(name)
        .dylink(section(LIB, runtimePath))
        .importMemory("env", "memory", 0)
        .importFunction("env", "answer", "() -> i32")
        .exportedFunction(function, "() -> i32", code().call("env.answer"))
        .build();
  }

  private static WasmModule opening(String name, String... runtimePath) {
    return OpenerModule.of(name, section("libdl.so", runtimePath), PLUG).build();
  }

  private static DylinkBuilder section(String needed, String... runtimePath) {
    return dylink().needed(needed).runtimePath(runtimePath);
  }

  private static List<String> versions(Program program) {
    return program.linkMap().libraries().stream()
        .map(LoadedLibrary::library)
        .map(library -> library.name() + " " + library.version())
        .toList();
  }

  /** Starts a bundle that has the library 2 in lib/plugins, and a wire to the library 1. */
  private void startBesideAWire(String runtimePath) throws BundleException {
    LibraryJar.named("other").library(Modules.answering(LIB, 1), "9.0.0").start(context);
    LibraryJar.named("asking")
        .library(asking("ask.wasm", runtimePath), "1.0.0")
        .library("lib/plugins", Modules.answering(LIB, 2), "1.0.0")
        .header(
            "Require-Capability",
            "wasm.library;filter:=\"(&(wasm.library=libanswer.so)(version>=9))\"")
        .start(context);
  }
}
