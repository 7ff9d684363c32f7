package org.dylink.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.dylink.format.WasmModule;
import org.dylink.linker.runtime.LibraryState;
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
    shell.runtime().become("libbar.so", LibraryState.WAITING, "libgone.so: not there");
    assertEquals(
        """
        NAME       VERSION  STATE      ID  BUNDLE
        libbar.so  1.0.0    waiting    10  org.example.libbar 1.0.0
        libfoo.so  2.0.0    available  11  org.example.libfoo 2.0.0
        libfoo.so  1.2.3    available  12  org.example.libfoo 1.2.3
        main.wasm  1.0.0    available  13  org.example.main 1.0.0
        """,
        shell.type("wasm:list"));
  }

  @Test
  void listHasAColumnForWhatLibrariesHaveBeenCompiledFor() {
    shell.runtime().get("libbar.so").compiled =
        List.of("native-linux-x86_64", "native-linux-aarch64");
    assertEquals(
        """
        NAME       VERSION  STATE      ID  BUNDLE                    COMPILED
        libbar.so  1.0.0    available  10  org.example.libbar 1.0.0  native-linux-x86_64, native-linux-aarch64
        libfoo.so  2.0.0    available  11  org.example.libfoo 2.0.0  -
        libfoo.so  1.2.3    available  12  org.example.libfoo 1.2.3  -
        main.wasm  1.0.0    available  13  org.example.main 1.0.0    -
        """,
        shell.type("wasm:list"));
  }

  @Test
  void infoTellsWhatALibraryHasBeenCompiledFor() {
    shell.runtime().get("libbar.so").compiled = List.of("native-linux-x86_64");
    assertEquals(
        List.of(
            "path        lib/libbar.so",
            "compiled    native-linux-x86_64 in its bundle",
            "attributes  abi=dylink.0"),
        shell.type("wasm:info libbar.so").lines().skip(4).limit(3).toList());
  }

  @Test
  void listIsFilteredByState() {
    shell.runtime().become("libbar.so", LibraryState.WAITING, "libgone.so: not there");
    String expected =
        """
        NAME       VERSION  STATE    ID  BUNDLE
        libbar.so  1.0.0    waiting  10  org.example.libbar 1.0.0
        """;
    assertEquals(expected, shell.type("wasm:list -s waiting"));
    assertEquals(expected, shell.type("wasm:list --state WAITING"));
    assertEquals("NAME  VERSION  STATE  ID  BUNDLE\n", shell.type("wasm:list -s failed"));
    assertEquals(
        "no state lost; there are discovered, waiting, available, withdrawn, failed\n",
        shell.type("wasm:list -s lost"));
  }

  @Test
  void infoPrintsAllThatIsKnown() {
    WasmModule module = linker.library("libbar.so").orElseThrow().module();
    String expected =
        """
        name        libbar.so
        version     1.0.0
        state       available
        bundle      10 org.example.libbar 1.0.0
        path        lib/libbar.so
        attributes  abi=dylink.0
        needed      libfoo.so => 2.0.0, bundle 11 org.example.libfoo 2.0.0
                    libgone.so => not found
        kind        shared library
        symbols     1 function, 1 data symbol
        imports     1 from env, 1 from GOT.mem
        data        32 bytes, aligned to 16
        slots       2, aligned to 1
        run path    -
        file        %d bytes
        sha256      %s
        programs    -
        """
            .formatted(module.bytes().size(), module.digest());
    assertEquals(expected, shell.type("wasm:info libbar.so"));
    assertEquals(expected, shell.type("wasm:info libbar.so@1.0.0"));
    assertEquals(expected, shell.type("wasm:info 10"));
  }

  @Test
  void infoOfWhatCannotBeLinkedPrintsWhy() {
    shell
        .runtime()
        .add(
            30,
            "libnew.so",
            "1.0.0",
            LibraryState.WAITING,
            "no bundle provides (wasm.library=libx.so)",
            "no bundle provides (wasm.library=liby.so)");
    assertEquals(
        """
        name      libnew.so
        version   1.0.0
        state     waiting
        reason    no bundle provides (wasm.library=libx.so)
                  no bundle provides (wasm.library=liby.so)
        bundle    30 org.example.libnew 1.0.0
        path      lib/libnew.so
        programs  -
        """,
        shell.type("wasm:info libnew.so"));
    assertEquals(
        "libnew.so@1.0.0 is waiting: wasm:why libnew.so@1.0.0 tells more\n",
        shell.type("wasm:ldd libnew.so"));
  }

  @Test
  void infoNamesTheProgramsThatHaveIt() {
    linker.link();
    linker.link().run();
    assertEquals(
        List.of("programs    1 main.wasm ready, 2 main.wasm exited"),
        shell.type("wasm:info main.wasm").lines().skip(15).toList());
  }

  @Test
  void infoTellsWhatIsGone() {
    shell.runtime().get("main.wasm").current = false;
    shell.runtime().become("main.wasm", LibraryState.WITHDRAWN, "bundle main was updated");
    assertEquals(
        List.of("state       withdrawn, gone", "reason      bundle main was updated"),
        shell.type("wasm:info main.wasm").lines().skip(2).limit(2).toList());
    assertEquals("no bundle 13 has a library; wasm:list shows all\n", shell.type("wasm:info 13"));
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
  void aBundleOfSeveralLibrariesIsNotEnough() {
    shell.runtime().add(13, "libmore.so", "1.0.0", LibraryState.AVAILABLE);
    assertEquals(
        "bundle 13 has 2 libraries: give a name, main.wasm, libmore.so\n",
        shell.type("wasm:info 13"));
  }

  @Test
  void aNameMeansWhatCanBeLinkedFirst() {
    shell.runtime().become("libfoo.so", LibraryState.WITHDRAWN, "bundle x is not started");
    assertEquals("libfoo.so  => org.example.libfoo 1.2.3\n", shell.type("wasm:ldd libfoo.so"));
  }

  @Test
  void anUnknownLibraryIsNamed() {
    String expected = "no library is named libx.so; wasm:list shows all\n";
    assertEquals(expected, shell.type("wasm:info libx.so"));
    assertEquals(expected, shell.type("wasm:symbols libx.so"));
    assertEquals(expected, shell.type("wasm:ldd libx.so"));
    assertEquals(expected, shell.type("wasm:why libx.so"));
    assertEquals("no bundle 99 has a library; wasm:list shows all\n", shell.type("wasm:ldd 99"));
  }

  @Test
  void aMissingNameIsAskedFor() {
    assertEquals("usage: wasm:info NAME|ID\n", shell.type("wasm:info"));
    assertEquals("usage: wasm:why NAME|ID\n", shell.type("wasm:why"));
    assertEquals("usage: wasm:ldd [--dot] NAME|ID\n", shell.type("wasm:ldd libfoo.so libbar.so"));
    assertEquals("usage: wasm:symbols [-p PATTERN] NAME|ID\n", shell.type("wasm:symbols -p x"));
  }
}
