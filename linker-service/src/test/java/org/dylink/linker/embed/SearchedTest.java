package org.dylink.linker.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dylink.engine.Memory;
import org.dylink.engine.host.Guest;
import org.dylink.linker.Library;
import org.dylink.linker.LibraryFinder;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Program;
import org.dylink.linker.testing.DlProgram;
import org.dylink.linker.testing.FakeHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What dlerror says of a library that is nowhere: all places in which it could have been. */
class SearchedTest {
  @TempDir private Path first;
  @TempDir private Path second;

  private final Dylink.Builder linker =
      Dylink.builder()
          .host(
              new FakeHost("test")
                  .with("log", "(i32) -> ()", (guest, arguments) -> null)
                  .with("exit", "(i32) -> ()", (guest, arguments) -> null)
                  .with("ready", "(i32) -> ()", this::ready));
  private Dylink dylink;
  private Memory memory;
  private int text;

  @AfterEach
  void close() {
    dylink.close();
  }

  private Object ready(Guest guest, Object... arguments) {
    memory = guest.memory();
    text = (int) arguments[0];
    return null;
  }

  @Test
  void ofANameAllFoldersAndClassPathsInTheirOrder() throws Exception {
    linker.folder(first).folder(second).classPath(getClass().getClassLoader(), "wasm");

    assertEquals(
        "libnope.so: cannot open: searched " + first + ", " + second + ", class path wasm",
        refused("libnope.so"));
  }

  @Test
  void ofAPathThatNobodyHas() throws Exception {
    linker.folder(first);

    assertEquals(
        "./plugins/libnope.so: cannot open: searched " + first, refused("./plugins/libnope.so"));
  }

  @Test
  void ofAPathWhoseNameStandsElsewhere() throws Exception {
    linker.folder(first).folder(second);
    Files.copy(DlProgram.LIBRARIES.resolve("libleaf.so"), second.resolve("libleaf.so"));

    assertEquals(
        "./plugins/libleaf.so: cannot open: no such file in a folder that is searched; searched "
            + first
            + ", "
            + second,
        refused("./plugins/libleaf.so"));
  }

  @Test
  void whereNoFolderIsSearched() throws Exception {
    assertEquals("libnope.so: cannot open: no folder is searched", refused("libnope.so"));
    assertEquals("/libnope.so: cannot open: no folder is searched", refused("/libnope.so"));
  }

  @Test
  void aFileThatCannotBeReadIsToldOf() throws Exception {
    linker.folder(first);
    Files.writeString(first.resolve("libtext.so"), "hello, world");

    String reason = "libtext.so: not a WebAssembly module: starts with 68 65 6c 6c (a text file)";
    assertEquals("libtext.so: cannot open: " + reason, refused("libtext.so"));
    assertEquals("./libtext.so: cannot open: " + reason, refused("./libtext.so"));
  }

  @Test
  void whoRunsTheProgramTellsOfItsOwnFolders() throws Exception {
    linker.folder(first);

    assertEquals(
        "./a/libnope.so: cannot open: not found: searched home of ./a/libnope.so",
        refused("./a/libnope.so", new Home()));
  }

  /** Whoever runs the program, and has folders of its own. */
  private static final class Home implements LibraryFinder {
    @Override
    public Optional<Library> find(String name, Library caller) {
      return Optional.empty();
    }

    @Override
    public Optional<String> searched(String name, Library caller) {
      return Optional.of("searched home of " + name);
    }
  }

  private String refused(String file) throws Exception {
    return refused(file, (name, caller) -> Optional.empty());
  }

  /** What dlerror answers after a dlopen by a program of which nothing lies in a folder. */
  private String refused(String file, LibraryFinder finder) throws Exception {
    byte[] mini = Files.readAllBytes(DlProgram.LIBRARIES.resolve("libmini.so"));
    dylink = linker.library("libmini.so", mini).build();
    byte[] main = Files.readAllBytes(DlProgram.LIBRARIES.resolve("dlmain.wasm"));
    LinkRequest request =
        LinkRequest.builder(Library.read("dlmain.wasm", main)).finder(finder).build();
    try (Program program = dylink.link(request)) {
      program.call("hello");
      byte[] name = (file + "\0").getBytes(StandardCharsets.UTF_8);
      memory.write(text, name, 0, name.length);
      assertEquals(0, program.call("open_text", DlProgram.NOW));
      String message = read((int) program.call("error"));
      assertEquals(0, program.call("error"), "told once");
      return message;
    }
  }

  private String read(int address) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int at = address; memory.readByte(at) != 0; at++) {
      bytes.write(memory.readByte(at));
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
