package org.dylink.linker.embed;

import static org.dylink.linker.testing.Shapes.constant;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.linker.testing.Shapes.threaded;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dylink.format.Threading;
import org.dylink.format.ValueType;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Program;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of libraries with one name each program gets those that are built as it is. */
class ThreadedLibrariesTest {
  @TempDir private Path first;
  @TempDir private Path second;

  @Test
  void eachProgramGetsTheFirstFileThatFitsIt() throws Exception {
    write(first, "liba.so", constant(shared("liba.so"), "a", 1));
    write(second, "liba.so", constant(threaded("liba.so"), "a", 2));
    try (Dylink dylink = Dylink.builder().folder(first).folder(second).build();
        Program with = dylink.link(request(threaded("main.wasm", "liba.so")));
        Program without = dylink.link(request(shared("main.wasm", "liba.so")));
        Program again = dylink.link(request(threaded("main.wasm", "liba.so")))) {
      assertEquals(List.of(2, 1, 2), List.of(with.call("a"), without.call("a"), again.call("a")));
      assertEquals(2, dylink.libraries().size());
    }
  }

  @Test
  void soItIsWithLibrariesThatAreGivenPreloadedAndOpened() throws Exception {
    byte[] with = constant(threaded("liba.so"), "a", 2).toArray();
    byte[] without = constant(shared("liba.so"), "a", 1).toArray();
    try (Dylink dylink =
            Dylink.builder().library("liba.so", without).library("liba.so", with).build();
        Program program =
            dylink.link(
                LinkRequest.builder(library(threaded("main.wasm")))
                    .preloads(List.of("liba.so"))
                    .build());
        Program opening = dylink.link(request(threaded("main.wasm")))) {
      assertEquals(2, program.call("a"));
      assertEquals(2, opening.open("liba.so").call("a"));
    }
  }

  @Test
  void theLinkersOwnLibdlIsThereForBoth() throws Exception {
    assertEquals(Threading.NO_THREADS, libdlOf(shared("main.wasm", "libdl.so")));
    assertEquals(Threading.THREADS, libdlOf(threaded("main.wasm", "libdl.so")));
  }

  @Test
  void programsForWasm64GetWhatIsBuiltForThem() throws Exception {
    write(first, "liba.so", constant(shared("liba.so"), "a", 1));
    write(second, "liba.so", constant(wide("liba.so"), "a", 64));
    try (Dylink dylink = Dylink.builder().folder(first).folder(second).build();
        Program program = dylink.link(request(wide("main.wasm", "liba.so", "libdl.so")));
        Program narrow = dylink.link(request(shared("main.wasm", "liba.so")))) {
      assertEquals(64, program.call("a"));
      assertEquals(1, narrow.call("a"));
    }
  }

  @Test
  void aNameOfWhichOnlyTheOtherSizeIsThereIsToldWithItsPlace() throws Exception {
    write(first, "liba.so", shared("liba.so"));
    try (Dylink dylink = Dylink.builder().folder(first).build()) {
      LinkException failure =
          assertThrows(
              LinkException.class, () -> dylink.link(request(wide("main.wasm", "liba.so"))));
      assertEquals(
          "main.wasm: needed library liba.so not found: searched "
              + first
              + "; the one of "
              + dylink.libraries().get(0).origin()
              + " is built for wasm32 (main.wasm -> liba.so)",
          failure.getMessage());
    }
  }

  private static ModuleBuilder wide(String name, String... needed) {
    return module(name)
        .dylink(dylink().needed(needed))
        .importWideMemory("env", "memory", 0)
        .importWideTable("env", "__indirect_function_table", 0)
        .importGlobal("env", "__memory_base", ValueType.I64, false);
  }

  private static Threading libdlOf(ModuleBuilder main) throws Exception {
    try (Dylink dylink = Dylink.create();
        Program program = dylink.link(request(main))) {
      return program.linkMap().libraries().get(1).library().module().threading();
    }
  }

  @Test
  void aNameOfWhichOnlyTheOtherKindIsThereIsToldWithItsPlace() throws Exception {
    write(first, "liba.so", shared("liba.so"));
    try (Dylink dylink = Dylink.builder().folder(first).folder(second).build()) {
      LinkException failure =
          assertThrows(
              LinkException.class, () -> dylink.link(request(threaded("main.wasm", "liba.so"))));
      assertEquals(
          "main.wasm: needed library liba.so not found: searched "
              + first
              + ", "
              + second
              + "; the one of "
              + dylink.libraries().get(0).origin()
              + " is built without threads (-pthread) (main.wasm -> liba.so)",
          failure.getMessage());
    }
  }

  private static LinkRequest request(ModuleBuilder main) throws Exception {
    return LinkRequest.builder(library(main)).build();
  }

  private static Library library(ModuleBuilder main) throws Exception {
    return Library.read("main.wasm", main.toArray());
  }

  private static void write(Path folder, String name, ModuleBuilder module) throws Exception {
    Files.write(folder.resolve(name), module.toArray());
  }
}
