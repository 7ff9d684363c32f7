package org.dylink.linker.embed;

import static org.dylink.linker.testing.Shapes.constant;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dylink.format.ValueType;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Program;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file is one library under all of its names; two files are two, whatever they are called. */
class FileIdentityTest {
  @TempDir Path folder;

  /** Counts its calls: two libraries have two counters. */
  private static byte[] counter(int step) {
    return shared("counter.so")
        .global("n", ValueType.I32, true, code().i32Const(0))
        .exportedFunction(
            "next",
            "() -> i32",
            code().globalGet("n").i32Const(step).i32Add().globalSet("n").globalGet("n"))
        .toArray();
  }

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(folder.resolve("a"));
    Files.createDirectories(folder.resolve("b"));
    Files.write(folder.resolve("a/plug.so"), counter(1));
    Files.write(folder.resolve("b/plug.so"), counter(10));
    Files.write(folder.resolve("libnum.so.1.2"), counter(100));
    Files.createSymbolicLink(folder.resolve("libnum.so.1"), Path.of("libnum.so.1.2"));
    Files.createSymbolicLink(folder.resolve("libnum.so"), Path.of("libnum.so.1"));
    Files.createLink(folder.resolve("hard.so"), folder.resolve("libnum.so.1.2"));
    Files.copy(folder.resolve("libnum.so.1.2"), folder.resolve("copy.so"));
  }

  private static Program link(Dylink dylink, String... needed) throws Exception {
    byte[] main = constant(shared("main.wasm", needed), "answer", 42).toArray();
    return dylink.link(LinkRequest.builder(Library.read("main.wasm", main)).build());
  }

  private static int next(Program program, String file) throws LinkException {
    return (int) program.open(file).call("next");
  }

  private static List<String> loaded(Program program) {
    return program.linkMap().libraries().stream().map(each -> each.library().name()).toList();
  }

  @Test
  void linksAreOneLibraryWhoeverNeedsThem() throws Exception {
    Files.write(folder.resolve("libuser.so"), shared("libuser.so", "libnum.so").toArray());
    try (Dylink dylink = Dylink.create(folder);
        Program program = link(dylink, "libnum.so.1", "libuser.so", "hard.so", "libnum.so.1.2")) {
      assertEquals(List.of("main.wasm", "libnum.so.1", "libuser.so"), loaded(program));
      assertEquals(100, program.call("next"));
      for (String name : List.of("libnum.so", "hard.so", "./libnum.so.1", "a/../hard.so")) {
        assertEquals(program.open("libnum.so.1").library(), program.open(name).library(), name);
      }
      assertEquals(200, next(program, "./libnum.so"));
      assertEquals(300, next(program, folder.resolve("hard.so").toString()));
      assertEquals(List.of("main.wasm", "libnum.so.1", "libuser.so"), loaded(program));
    }
  }

  @Test
  void aCopyIsAnotherLibrary() throws Exception {
    try (Dylink dylink = Dylink.create(folder);
        Program program = link(dylink, "libnum.so", "copy.so")) {
      assertEquals(List.of("main.wasm", "libnum.so", "copy.so"), loaded(program));
      assertEquals(100, next(program, "libnum.so"));
      assertEquals(100, next(program, "copy.so"));
      assertEquals(200, next(program, "./copy.so"));
    }
  }

  @Test
  void aPathIsThatFile() throws Exception {
    try (Dylink dylink = Dylink.create(folder, folder.resolve("a"));
        Program program = link(dylink, "plug.so")) {
      assertEquals(1, program.call("next"));
      assertEquals(10, next(program, "./b/plug.so"));
      assertEquals(20, next(program, "a/../b/plug.so"));
      assertEquals(30, next(program, folder.resolve("b/plug.so").toString()));
      assertEquals(2, next(program, "a/plug.so"));
      assertEquals(3, next(program, "plug.so"));
      assertEquals(List.of("main.wasm", "plug.so", "plug.so"), loaded(program));
    }
  }

  @Test
  void aPathThatLeadsNowhereIsNotTheFileOfThatName() throws Exception {
    Path outside = Files.createDirectory(folder.resolve("a/inner"));
    try (Dylink dylink = Dylink.create(outside, folder.resolve("b"));
        Program program = link(dylink)) {
      assertEquals(10, next(program, "plug.so"));
      for (String path :
          List.of(
              "./c/plug.so", "../plug.so", "/plug.so", folder + "/a/plug.so", "plug.so/", "./.")) {
        LinkException thrown = assertThrows(LinkException.class, () -> program.open(path), path);
        assertEquals(
            path
                + ": cannot open: "
                + (path.endsWith("plug.so") ? NO_FILE : "")
                + "searched "
                + outside
                + ", "
                + folder.resolve("b"),
            thrown.getMessage());
      }
      assertEquals(List.of("main.wasm", "plug.so"), loaded(program));
    }
  }

  private static final String NO_FILE = "no such file in a folder that is searched; ";

  @Test
  void whatIsInNoFolderIsKnownByItsName() throws Exception {
    byte[] plug = counter(5);
    try (Dylink dylink = Dylink.builder().library("given.so", plug).folder(folder).build();
        Program program = link(dylink)) {
      assertEquals(5, next(program, "/lib/given.so"));
      assertEquals(10, next(program, "given.so"));
    }
  }

  @Test
  void aFileThatWasReplacedIsAnotherOne() throws Exception {
    Path file = folder.resolve("a/plug.so");
    try (Dylink dylink = Dylink.create(folder);
        Program program = link(dylink)) {
      assertEquals(1, next(program, "./a/plug.so"));
      Files.write(file, counter(7));
      assertEquals(7, next(program, "./a/plug.so"));
      Files.write(file, counter(1));
      assertEquals(2, next(program, "./a/plug.so"));
    }
  }

  @Test
  void whatWasReadTwiceIsOneAndWhatWasGivenIsItself() throws Exception {
    Library one = Library.read(folder.resolve("libnum.so").toUri().toURL());
    assertEquals(
        one.identity(), Library.read(folder.resolve("hard.so").toUri().toURL()).identity());
    assertNotEquals(
        one.identity(), Library.read(folder.resolve("copy.so").toUri().toURL()).identity());
    ModuleBuilder module = shared("lib.so");
    assertNotEquals(
        Library.read("lib.so", module.toArray()).identity(),
        Library.read("lib.so", module.toArray()).identity());
  }
}
