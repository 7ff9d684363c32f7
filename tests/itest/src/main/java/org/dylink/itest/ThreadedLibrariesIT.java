package org.dylink.itest;

import static java.util.stream.Collectors.toSet;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.dylink.format.ProgramKind;
import org.dylink.format.Threading;
import org.dylink.format.WasmModule;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.OpenLibrary;
import org.dylink.linker.Program;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** Resolver and search keep libraries for programs with threads apart from others of their name. */
@FrameworkTest
class ThreadedLibrariesIT {
  private static final String SIGNATURE = "() -> i32";

  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;

  @Test
  void eachProgramIsWiredToTheLibraryOfItsKindWhateverTheVersions() throws Exception {
    start("plain-answer", Modules.answering("libanswer.so", 1), "2.0.0");
    start("answer", answering(2), "1.0.0");
    start("ask", asking("ask.wasm"), "1.0.0");
    start("plain-ask", Modules.asking("plain.wasm", "libanswer.so"), "1.0.0");

    assertEquals(2, ask("ask.wasm"));
    assertEquals(1, ask("plain.wasm"));
  }

  @Test
  void oneBundleMayHaveBothKindsOfALibraryAndOfItsUsers() throws Exception {
    LibraryJar.named("both")
        .library("lib", Modules.answering("libanswer.so", 1), "1.0.0")
        .library("lib/threads", answering(2), "1.0.0")
        .library("bin", asking("ask.wasm"), "1.0.0")
        .library("bin", Modules.asking("plain.wasm", "libanswer.so"), "1.0.0")
        .start(context);

    assertEquals(2, ask("ask.wasm"));
    assertEquals(1, ask("plain.wasm"));
  }

  @Test
  void whereOnlyTheOtherKindIsThereNothingIsWired() throws Exception {
    start("plain-answer", Modules.answering("libanswer.so", 1), "2.0.0");
    Bundle asking = LibraryJar.named("ask").library(asking("ask.wasm"), "1.0.0").install(context);

    assertThrows(BundleException.class, asking::start);
    assertEquals(List.of(), libraries("ask.wasm"));
  }

  @Test
  void aProgramOpensAndPreloadsWhatIsOfItsKind() throws Exception {
    start("main", threaded("main.wasm").build(), "1.0.0");
    start("plain-answer", Modules.answering("libanswer.so", 1), "2.0.0");
    Library main = libraries("main.wasm").get(0);
    try (Program program = linker.link(LinkRequest.builder(main).build())) {
      LinkException failure = assertThrows(LinkException.class, () -> program.open("libanswer.so"));
      assertEquals(
          "libanswer.so: cannot open: no started bundle provides it; the one of plain-answer 1.0.0"
              + " is built without threads (-pthread)",
          failure.getMessage());
      start("answer", answering(2), "1.0.0");
      try (OpenLibrary answer = program.open("libanswer.so")) {
        assertEquals(2, answer.call("answer"));
      }
    }
    LinkRequest preloading = LinkRequest.builder(main).preloads(List.of("libanswer.so")).build();
    try (Program program = linker.link(preloading)) {
      assertEquals(2, program.call("answer"));
    }
  }

  @Test
  void theLinkersBundleHasLibdlForAllKinds() {
    assertEquals(
        Set.of(
            ProgramKind.of(Threading.THREADS, false),
            ProgramKind.of(Threading.NO_THREADS, false),
            ProgramKind.of(Threading.NO_THREADS, true)),
        libraries("libdl.so").stream().map(l -> l.module().programKind()).collect(toSet()));
  }

  @Test
  void programsForWasm64AreWiredToTheLibrariesForIt() throws Exception {
    start("plain-answer", Modules.answering("libanswer.so", 1), "2.0.0");
    start(
        "answer",
        wide("libanswer.so").exportedFunction("answer", SIGNATURE, code().i32Const(64)).build(),
        "1.0.0");
    start(
        "ask",
        wide("ask.wasm", "libanswer.so", "libdl.so")
            .importFunction("env", "answer", SIGNATURE)
            .exportedFunction("ask", SIGNATURE, code().call("env.answer"))
            .build(),
        "1.0.0");
    start("plain-ask", Modules.asking("plain.wasm", "libanswer.so"), "1.0.0");

    assertEquals(64, ask("ask.wasm"));
    assertEquals(1, ask("plain.wasm"));
  }

  private static ModuleBuilder wide(String name, String... needed) {
    return ModuleBuilder.module(name)
        .dylink(dylink().needed(needed))
        .importWideMemory("env", "memory", 0);
  }

  private List<Library> libraries(String name) {
    return linker.libraries().stream().filter(library -> library.name().equals(name)).toList();
  }

  private Object ask(String main) throws LinkException {
    LinkRequest request = LinkRequest.builder(libraries(main).get(0)).build();
    try (Program program = linker.link(request)) {
      return program.call("ask");
    }
  }

  private void start(String bundle, WasmModule library, String version) throws BundleException {
    LibraryJar.named(bundle).library(library, version).start(context);
  }

  private static WasmModule answering(int number) {
    return threaded("libanswer.so")
        .exportedFunction("answer", SIGNATURE, code().i32Const(number))
        .build();
  }

  private static WasmModule asking(String name) {
    return threaded(name, "libanswer.so")
        .importFunction("env", "answer", SIGNATURE)
        .exportedFunction("ask", SIGNATURE, code().call("env.answer"))
        .build();
  }

  private static ModuleBuilder threaded(String name, String... needed) {
    return ModuleBuilder.module(name)
        .dylink(dylink().memInfo(0, 0, 0, 0).needed(needed))
        .importSharedMemory("env", "memory", 0, 100);
  }
}
