package org.dylink.itest;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;
import org.dylink.linker.LinkException;
import org.dylink.linker.Linker;
import org.dylink.linker.OpenLibrary;
import org.dylink.linker.Program;
import org.dylink.testing.OpenerModule;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/**
 * In bundles a library is what is in it, wherever it lies; a path tells those of one name apart.
 */
@FrameworkTest
class LibraryIdentityIT {
  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;

  /** Counts its calls: two libraries have two counters. */
  private static WasmModule counter(String name) {
    return Modules.library(name)
        .global("n", ValueType.I32, true, code().i32Const(0))
        .exportedFunction(
            "next",
            "() -> i32",
            code().globalGet("n").i32Const(1).i32Add().globalSet("n").globalGet("n"))
        .build();
  }

  private static List<String> loaded(Program program) {
    return program.linkMap().libraries().stream()
        .map(each -> each.library().name() + " of " + each.library().origin())
        .toList();
  }

  @Test
  void copiesInTwoBundlesAreOneLibraryUnderBothNames() throws Exception {
    LibraryJar.named("one").library(counter("libone.so"), "1.0.0").start(context);
    LibraryJar.named("two").library(counter("libtwo.so"), "1.0.0").start(context);
    LibraryJar.named("app")
        .library(Modules.library("app.wasm", "libone.so", "libtwo.so").build(), "1.0.0")
        .start(context);
    try (Program program = Programs.link(linker, "app.wasm")) {
      assertEquals(List.of("app.wasm of app 1.0.0", "libone.so of one 1.0.0"), loaded(program));
      OpenLibrary one = program.open("libone.so");
      OpenLibrary two = program.open("libtwo.so");
      assertEquals(1, one.call("next"));
      assertEquals(2, two.call("next"));
    }
  }

  @Test
  void otherContentsAreAnotherLibraryOfTheSameName() throws Exception {
    LibraryJar.named("plugins")
        .library("lib/a", Modules.answering("libplug.so", 1), "1.0.0")
        .library("lib/b", Modules.answering("libplug.so", 2), "1.0.0")
        .library(Modules.library("app.wasm").build(), "1.0.0")
        .start(context);
    try (Program program = Programs.link(linker, "app.wasm")) {
      OpenLibrary one = program.open("./a/libplug.so");
      OpenLibrary two = program.open("/usr/lib/b/libplug.so");
      OpenLibrary again = program.open("a/../b/libplug.so");
      assertEquals(
          List.of(1, 2, 2), List.of(one.call("answer"), two.call("answer"), again.call("answer")));
      assertNotEquals(one.library(), two.library());
      assertEquals(two.library(), again.library());
      LinkException thrown =
          assertThrows(LinkException.class, () -> program.open("./c/libplug.so"));
      assertEquals(
          "./c/libplug.so: cannot open: none stands in that folder: plugins 1.0.0 has"
              + " lib/a/libplug.so",
          thrown.getMessage());
    }
  }

  @Test
  void aProgramsOwnDlopenFollowsThePathToo() throws Exception {
    LibraryJar.named("plugins")
        .library("lib/a", Modules.answering("libplug.so", 1), "1.0.0")
        .library("lib/b", Modules.answering("libplug.so", 2), "1.0.0")
        .start(context);
    LibraryJar.named("opener")
        .library(
            OpenerModule.of("b.wasm", dylink().needed("libdl.so"), "./b/libplug.so").build(),
            "1.0.0")
        .library(
            OpenerModule.of("c.wasm", dylink().needed("libdl.so"), "./c/libplug.so").build(),
            "1.0.0")
        .start(context);
    try (Program program = Programs.link(linker, "b.wasm")) {
      assertEquals(2, program.call("use", program.call("open")));
    }
    try (Program program = Programs.link(linker, "c.wasm")) {
      assertEquals(0, program.call("open"));
    }
  }
}
