package org.dylink.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dylink.format.WasmModule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LibraryCommandsTest {
  private final FakeLinker linker = new FakeLinker();
  private final GogoShell shell = new GogoShell(linker, "");

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void listPrintsATable() {
    assertEquals(
        """
        NAME       VERSION  SYMBOLS  BUNDLE              NEEDED
        libbar.so  1.0.0          2  org.example.libbar  libfoo.so, libgone.so
        libfoo.so  2.0.0          4  org.example.libfoo
        libfoo.so  1.2.3          2  org.example.libfoo
        main.wasm  1.0.0          1  org.example.main    libbar.so
        """,
        shell.type("wasm:list"));
  }

  @Test
  void infoPrintsAllThatIsKnown() {
    WasmModule module = linker.library("libbar.so").orElseThrow().module();
    assertEquals(
        """
        name      libbar.so
        version   1.0.0
        bundle    org.example.libbar 1.0.0
        kind      shared library
        needed    libfoo.so, libgone.so
        symbols   1 function, 1 data symbol
        imports   1 from env, 1 from GOT.mem
        data      32 bytes, aligned to 16
        slots     2, aligned to 1
        run path  -
        file      %d bytes
        sha256    %s
        """
            .formatted(module.bytes().length, module.digest()),
        shell.type("wasm:info libbar.so"));
  }

  @Test
  void symbolsPrintsATable() {
    assertEquals(
        """
        NAME         KIND      TYPE          FLAGS  DEFINED BY  USED BY
        foo          function  (i32) -> i32         libfoo.so
        foo_size     function  (i32) -> i32         libfoo.so
        size         function  (i32) -> i32         libfoo.so
        libfoo_data  data      i32           weak   libfoo.so
        puts         function  (i32) -> i32         -           libfoo.so
        errno        data      i32                  -           libfoo.so
        """,
        shell.type("wasm:symbols libfoo.so"));
  }

  @Test
  void symbolsAreFilteredByAPartOfTheNameOrAPattern() {
    String expected =
        """
        NAME      KIND      TYPE          FLAGS  DEFINED BY  USED BY
        foo_size  function  (i32) -> i32         libfoo.so
        size      function  (i32) -> i32         libfoo.so
        """;
    assertEquals(expected, shell.type("wasm:symbols -p size libfoo.so"));
    assertEquals(expected, shell.type("wasm:symbols libfoo.so --pattern '*size'"));
    assertEquals(
        "NAME  KIND  TYPE  FLAGS  DEFINED BY  USED BY\n",
        shell.type("wasm:symbols -p none libfoo.so"));
  }

  @Test
  void aVersionIsChosenBehindTheName() {
    assertEquals(
        """
        NAME         KIND      TYPE          FLAGS  DEFINED BY  USED BY
        foo          function  (i32) -> i32         libfoo.so
        libfoo_data  data      i32           weak   libfoo.so
        puts         function  (i32) -> i32         -           libfoo.so
        errno        data      i32                  -           libfoo.so
        """,
        shell.type("wasm:symbols libfoo.so@1.2.3"));
  }

  @Test
  void lddPrintsATree() {
    assertEquals(
        """
        main.wasm       => org.example.main 1.0.0
          libbar.so     => org.example.libbar 1.0.0
            libfoo.so   => org.example.libfoo 2.0.0
            libgone.so  => not found
        """,
        shell.type("wasm:ldd main.wasm"));
  }

  @Test
  void whatOneCommandReturnsAnotherTakes() {
    assertEquals(
        "libfoo.so  => org.example.libfoo 1.2.3\n", shell.type("wasm:ldd ((wasm:list) get 2)"));
  }

  @Test
  void anUnknownLibraryIsNamed() {
    String expected = "no library is named libx.so; wasm:list shows all\n";
    assertEquals(expected, shell.type("wasm:info libx.so"));
    assertEquals(expected, shell.type("wasm:symbols libx.so"));
    assertEquals(expected, shell.type("wasm:ldd libx.so"));
  }

  @Test
  void aMissingNameIsAskedFor() {
    assertEquals("usage: wasm:info NAME\n", shell.type("wasm:info"));
    assertEquals("usage: wasm:ldd NAME\n", shell.type("wasm:ldd libfoo.so libbar.so"));
    assertEquals("usage: wasm:symbols [-p PATTERN] NAME|ID\n", shell.type("wasm:symbols -p x"));
  }
}
