package org.dylink.itest;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.dylink.format.WasmModule;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.Linker;
import org.dylink.linker.LoadedLibrary;
import org.dylink.linker.OpenLibrary;
import org.dylink.linker.Program;
import org.dylink.testing.OpenerModule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** Libraries are opened in a running program: by its own dlopen, and through the API. */
@FrameworkTest
class DlopenIT {
  private static final WasmModule OPENER =
      OpenerModule.of("opener.wasm", dylink().needed("libdl.so"), "./libplug.so").build();

  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;

  @BeforeEach
  void startOpener() throws Exception {
    LibraryJar.named("opener").library(OPENER, "1.0.0").start(context);
  }

  @Test
  void aProgramOpensUsesAndClosesALibrary() throws Exception {
    startPlug(42, "1.0.0");
    try (Program program = Programs.link(linker, "opener.wasm")) {
      assertEquals(List.of("opener.wasm", "libdl.so"), loaded(program));
      int handle = (int) program.call("open");
      assertEquals(42, program.call("use", handle));
      assertEquals(List.of("opener.wasm", "libdl.so", "libplug.so"), loaded(program));
      assertEquals(0, program.call("shut", handle));
      assertEquals(List.of("opener.wasm", "libdl.so"), loaded(program));
    }
  }

  @Test
  void aLibraryThatIsNotThereIsANullHandle() throws Exception {
    try (Program program = Programs.link(linker, "opener.wasm")) {
      assertEquals(0, program.call("open"));
      LinkException failure = assertThrows(LinkException.class, () -> program.open("libplug.so"));
      assertEquals(Reason.MISSING_LIBRARY, failure.reason());
      assertEquals("libplug.so: cannot open: no started bundle provides it", failure.getMessage());
      // It may come while the program runs.
      startPlug(42, "1.0.0");
      assertEquals(42, program.call("use", program.call("open")));
    }
  }

  @Test
  void theHighestVersionThatIsStartedIsOpened() throws Exception {
    startPlug(1, "1.0.0");
    Bundle second = startPlug(2, "2.0.0");
    try (Program program = Programs.link(linker, "opener.wasm")) {
      try (OpenLibrary plug = program.open("libplug.so")) {
        assertEquals("2.0.0", plug.library().version());
        assertEquals(2, plug.call("answer"));
      }
      second.stop();
      try (OpenLibrary plug = program.open("libplug.so")) {
        assertEquals("1.0.0", plug.library().version());
        assertEquals(1, plug.call("answer"));
      }
    }
  }

  @Test
  void aFailedOpenLeavesTheProgramAsItWas() throws Exception {
    LibraryJar.named("bad")
        .library(Modules.constructedBy("libplug.so", code().unreachable()), "1.0.0")
        .start(context);
    try (Program program = Programs.link(linker, "opener.wasm")) {
      String before = program.linkMap().toString();
      LinkException failure = assertThrows(LinkException.class, () -> program.open("libplug.so"));
      assertEquals(
          "libplug.so: constructors trapped: unreachable: unreachable instruction executed",
          failure.getMessage());
      assertEquals(before, program.linkMap().toString());
      assertEquals(0, program.call("open"));
    }
  }

  @Test
  void whoeverRunsTheProgramMayFindALibrary() throws Exception {
    Program program =
        linker.link(
            Programs.request(linker, "opener.wasm")
                .finder((name, caller) -> install(name))
                .build());
    try (program) {
      assertEquals(42, program.call("use", program.call("open")));
    }
  }

  private Optional<org.dylink.linker.Library> install(String name) {
    try {
      startPlug(42, "1.0.0");
      return linker.library(name);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Bundle startPlug(int answer, String version) throws Exception {
    return LibraryJar.named("plug." + answer)
        .library(Modules.answering("libplug.so", answer), version)
        .start(context);
  }

  private static List<String> loaded(Program program) {
    return program.linkMap().libraries().stream()
        .map(LoadedLibrary::library)
        .map(library -> library.name())
        .toList();
  }
}
