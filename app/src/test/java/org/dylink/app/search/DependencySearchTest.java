package org.dylink.app.search;

import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.format.ProgramKind;
import org.dylink.format.Threading;
import org.dylink.linker.FileIdentity;
import org.dylink.testing.DylinkBuilder;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DependencySearchTest {
  @TempDir private Path base;

  private void write(String path, DylinkBuilder section) throws IOException {
    Path file = base.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, ModuleBuilder.module(path).dylink(section).toArray());
  }

  private void write(String path, String... needed) throws IOException {
    write(path, dylink().needed(needed));
  }

  private DependencySearch search(String... folders) {
    return new DependencySearch(new Folders(base, List.of(folders)), Installed.NONE);
  }

  private static Dependencies of(DependencySearch search, String main) throws SearchException {
    search.addRoot("program", main);
    return search.search();
  }

  private static List<String> shown(Dependencies dependencies) throws SearchException {
    return dependencies.checked().stream().map(LibraryFile::shown).toList();
  }

  @Test
  void findsBreadthFirstAndEachLibraryOnce() throws Exception {
    write("app.wasm", "liba.so", "libb.so");
    write("lib/liba.so", "libc.so");
    write("lib/libb.so", "libc.so", "liba.so");
    write("lib/libc.so");
    assertEquals(
        List.of("app.wasm", "lib/liba.so", "lib/libb.so", "lib/libc.so"),
        shown(of(search("lib"), "app.wasm")));
  }

  @Test
  void takesTheFirstHit() throws Exception {
    write("app.wasm", "liba.so", "libb.so");
    write("one/liba.so");
    write("two/liba.so", "libgone.so");
    write("two/libb.so");
    assertEquals(
        List.of("app.wasm", "one/liba.so", "two/libb.so"),
        shown(of(search("one", "two/"), "app.wasm")));
  }

  @Test
  void followsCycles() throws Exception {
    write("app.wasm", "liba.so");
    write("liba.so", "libb.so");
    write("libb.so", "liba.so", "app.wasm");
    Dependencies all = of(search("."), "app.wasm");
    assertEquals(List.of("app.wasm", "./liba.so", "./libb.so"), shown(all));
    assertEquals(
        """
        app.wasm => app.wasm
          liba.so => ./liba.so
            libb.so => ./libb.so
              liba.so => ./liba.so
              app.wasm => app.wasm
        """,
        all.tree(all.files().get(0)));
  }

  @Test
  void tellsAllThatIsMissingWithItsChain() throws Exception {
    write("app.wasm", "libx.so", "libpng.so");
    write("libpng.so", "libz.so", "libx.so");
    Dependencies all = of(search(".", "../_libs"), "app.wasm");
    assertEquals(
        List.of(
            "app.wasm: needed library libx.so not found: searched ., ../_libs"
                + " (app.wasm -> libx.so)",
            "libpng.so: needed library libz.so not found: searched ., ../_libs"
                + " (app.wasm -> libpng.so -> libz.so)"),
        assertThrows(SearchException.class, all::checked).problems());
    assertEquals(
        """
        app.wasm => app.wasm
          libx.so => not found: searched ., ../_libs
          libpng.so => ./libpng.so
            libz.so => not found: searched ., ../_libs
            libx.so => not found: searched ., ../_libs
        """,
        all.tree(all.files().get(0)));
  }

  @Test
  void saysThatNoFolderWasGiven() throws Exception {
    write("app.wasm", "libz.so");
    Dependencies all = of(search(), "app.wasm");
    assertEquals(
        "app.wasm: needed library libz.so not found: searched no folder, as there is no -L"
            + " (app.wasm -> libz.so)",
        assertThrows(SearchException.class, all::checked).getMessage());
  }

  @Test
  void searchesTheRuntimePathOfWhoNeedsItAfterTheFolders() throws Exception {
    write("bin/app.wasm", dylink().needed("liba.so", "libb.so").runtimePath("$ORIGIN/../own"));
    write("lib/liba.so");
    write("own/liba.so");
    write("own/libb.so", dylink().needed("libc.so", "libd.so").runtimePath("${ORIGIN}/deps"));
    write("own/deps/libc.so");
    write("own/libd.so");
    Dependencies all = of(search("lib"), "bin/app.wasm");
    assertEquals(
        List.of("bin/app.wasm", "lib/liba.so", "bin/../own/libb.so", "bin/../own/deps/libc.so"),
        all.files().stream().map(LibraryFile::shown).toList());
    assertEquals(
        "libb.so: needed library libd.so not found: searched lib, bin/../own/deps"
            + " (app.wasm -> libb.so -> libd.so)",
        assertThrows(SearchException.class, all::checked).getMessage());
  }

  @Test
  void tellsOfAMalformedLibraryWhoNeedsIt() throws Exception {
    write("app.wasm", "liba.so");
    Files.writeString(base.resolve("liba.so"), "\u007fELF");
    Dependencies all = of(search("."), "app.wasm");
    assertEquals(
        "liba.so: not a WebAssembly module: starts with 7f 45 4c 46 (an ELF file)"
            + " (app.wasm -> liba.so)",
        assertThrows(SearchException.class, all::checked).getMessage());
  }

  @Test
  void takesFromTheFrameworkWhatNoFolderHasAndWhatIsReserved() throws Exception {
    write("app.wasm", "libdl.so", "libc.so", "libm.so");
    write("libdl.so");
    write("libm.so");
    Installed installed =
        new Installed() {
          @Override
          public Optional<String> origin(String library, ProgramKind program) {
            return Optional.of("bundle of " + library);
          }

          @Override
          public boolean isReserved(String library) {
            return library.equals("libdl.so");
          }
        };
    Dependencies all =
        of(new DependencySearch(new Folders(base, List.of(".")), installed), "app.wasm");
    assertEquals(List.of("app.wasm", "./libm.so"), shown(all));
    assertEquals(
        """
        app.wasm => app.wasm
          libdl.so => bundle of libdl.so
          libc.so => bundle of libc.so
          libm.so => ./libm.so
        """,
        all.tree(all.files().get(0)));
  }

  @Test
  void findsARootByItsBareNameInTheFolders() throws Exception {
    write("bin/app.wasm");
    assertEquals(List.of("bin/app.wasm"), shown(of(search("lib", "bin"), "app.wasm")));
  }

  @Test
  void saysWhereARootWasLookedFor() {
    assertEquals(
        "app.wasm: program not found: searched lib, bin",
        assertThrows(SearchException.class, () -> of(search("lib", "bin"), "app.wasm"))
            .getMessage());
    assertEquals(
        "bin/app.wasm: program not found",
        assertThrows(SearchException.class, () -> of(search("lib"), "bin/app.wasm")).getMessage());
  }

  private void writeThreaded(String path, String... needed) throws IOException {
    Path file = base.resolve(path);
    Files.createDirectories(file.getParent());
    ModuleBuilder module = ModuleBuilder.module(path).dylink(dylink().needed(needed));
    Files.write(file, module.importSharedMemory("env", "memory", 1, 2).toArray());
  }

  private void writeUnthreaded(String path) throws IOException {
    Path file = base.resolve(path);
    Files.createDirectories(file.getParent());
    ModuleBuilder module = ModuleBuilder.module(path).dylink(dylink());
    Files.write(file, module.importMemory("env", "memory", 1).toArray());
  }

  @Test
  void takesTheFirstFileThatIsBuiltAsTheProgramIs() throws Exception {
    writeThreaded("app.wasm", "liba.so", "libb.so");
    writeUnthreaded("one/liba.so");
    writeThreaded("two/liba.so", "libb.so");
    write("one/libb.so");
    assertEquals(
        List.of("app.wasm", "two/liba.so", "one/libb.so"),
        shown(of(search("one", "two"), "app.wasm")));
  }

  @Test
  void tellsOfAFileThatIsBuiltForOtherPrograms() throws Exception {
    writeThreaded("app.wasm", "liba.so");
    writeUnthreaded("one/liba.so");
    DependencySearch search = search("one", "two");
    assertEquals(
        "app.wasm: needed library liba.so not found: searched one, two; one/liba.so is built"
            + " without threads (-pthread) (app.wasm -> liba.so)",
        assertThrows(SearchException.class, () -> shown(of(search, "app.wasm"))).getMessage());
    assertEquals(
        "liba.so: library to preload not found: searched one, two; one/liba.so is built without"
            + " threads (-pthread)",
        assertThrows(SearchException.class, () -> search.addRoot("library to preload", "liba.so"))
            .getMessage());
  }

  @Test
  void whatIsOpenedFitsTheProgramToo() throws Exception {
    writeUnthreaded("one/liba.so");
    writeThreaded("two/liba.so");
    Folders folders = new Folders(base, List.of("one", "two"));
    assertEquals("two/liba.so", found(folders, ProgramKind.of(Threading.THREADS, false)));
    assertEquals("one/liba.so", found(folders, ProgramKind.of(Threading.NO_THREADS, false)));
    Folders one = new Folders(base, List.of("one"));
    assertEquals(
        "; one/liba.so is built without threads (-pthread)",
        one.find("liba.so", List.of(), ProgramKind.of(Threading.THREADS, false)).remark());
  }

  private static String found(Folders folders, ProgramKind program) throws SearchException {
    return folders.find("liba.so", List.of(), program).file().orElseThrow().shown();
  }

  @Test
  void aNameThatIsLoadedIsNotSearchedAgain() throws Exception {
    write("plug.so", dylink().needed("liba.so").runtimePath("$ORIGIN/own"));
    write("own/liba.so");
    write("lib/liba.so");
    Folders folders = new Folders(base, List.of());
    Map<String, LibraryFile> loaded = Map.of("liba.so", folders.read("lib/liba.so"));
    DependencySearch search =
        new DependencySearch(
            folders, Installed.NONE, loaded, ProgramKind.of(Threading.NO_THREADS, false));
    search.addOpened(folders.read("plug.so"));
    assertEquals(List.of("plug.so", "lib/liba.so"), shown(search.search()));
  }

  @Test
  void whatIsOpenedByAPathIsNotWhatOthersNeedByItsName() throws Exception {
    write("a/plug.so", "plug.so");
    write("lib/plug.so");
    DependencySearch search = search("lib");
    search.addOpened(new Folders(base, List.of()).read("a/plug.so"));
    Dependencies all = search.search();
    assertEquals(List.of("a/plug.so", "lib/plug.so"), shown(all));
    assertEquals("lib/plug.so", all.names().get("plug.so").shown());
  }

  @Test
  void aPathInPlaceOfANameLeadsNowhere() throws Exception {
    write("app.wasm", "../secret.so", "/secret.so");
    write("secret.so");
    write("lib/libz.so");
    Dependencies all = of(search("lib"), "app.wasm");
    assertEquals(
        List.of(
            "app.wasm: needed library ../secret.so not found: searched lib"
                + " (app.wasm -> ../secret.so)",
            "app.wasm: needed library /secret.so not found: searched lib"
                + " (app.wasm -> /secret.so)"),
        assertThrows(SearchException.class, all::checked).problems());
  }

  @Test
  void aNameThatIsNoneLeadsNowhereAndIsNotObeyed() throws Exception {
    String tooLong = "l".repeat(1 << 20);
    write("app.wasm", "", ".", "..", "a\u001b[2J\n.so", "x\0.so", tooLong);
    write("lib/libz.so");
    Dependencies all = of(search("lib"), "app.wasm");
    String shown = "app.wasm: needed library ";
    String not = " not found: searched lib (app.wasm -> ";
    List<String> problems = assertThrows(SearchException.class, all::checked).problems();
    assertEquals(
        List.of(
            shown + "" + not + ")",
            shown + "." + not + ".)",
            shown + ".." + not + "..)",
            shown + "a\\u001b[2J\\u000a.so" + not + "a\\u001b[2J\\u000a.so)",
            shown + "x\\u0000.so" + not + "x\\u0000.so)"),
        problems.subList(0, 5));
    assertEquals(
        shown + "l".repeat(975) + "... (2097216 characters) ..." + "l".repeat(999) + ")",
        problems.get(5));
  }

  @Test
  void whatIsNoRegularFileIsNotOpened() throws Exception {
    write("app.wasm", "libsocket.so", "libfolder.so", "libzero.so", "libfull.so");
    Files.createDirectory(base.resolve("libfolder.so"));
    Files.createSymbolicLink(base.resolve("libzero.so"), Path.of("/dev/zero"));
    Files.createSymbolicLink(base.resolve("libfull.so"), Path.of("/dev/full"));
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(base.resolve("libsocket.so")));
      Dependencies all = of(search("."), "app.wasm");
      assertEquals(
          """
          app.wasm => app.wasm
            libsocket.so => not found: searched .
            libfolder.so => not found: searched .
            libzero.so => not found: searched .
            libfull.so => not found: searched .
          """,
          all.tree(search(".").addRoot("program", "app.wasm")));
      for (String named : List.of("libsocket.so", "libzero.so", "libfull.so")) {
        assertRefused(named + ": program not found: it is not a regular file", named);
        assertEquals(Optional.empty(), new Folders(base, List.of(".")).locateGranted("./" + named));
      }
      assertRefused("libfolder.so: program not found: it is a folder", "libfolder.so");
    }
  }

  private void assertRefused(String message, String named) {
    assertEquals(
        message,
        assertThrows(SearchException.class, () -> search().addRoot("program", named)).getMessage());
  }

  @Test
  void aDeepTreeNeedsNoStack() throws Exception {
    int depth = 5_000;
    for (int i = 0; i < depth; i++) {
      write("lib/l" + i, "l" + (i + 1));
    }
    DependencySearch search = search("lib");
    LibraryFile root = search.addRoot("program", "l0");
    Dependencies all = search.search();
    List<String> lines = all.tree(root).lines().toList();
    assertEquals(depth + 1, lines.size());
    assertEquals("  l1 => lib/l1", lines.get(1));
    assertEquals("  ".repeat(100) + "l5000 => not found: searched lib", lines.get(depth));
    assertEquals(
        "l4999: needed library l5000 not found: searched lib (l0 -> l1 -> l2 -> l3 -> l4 -> l5 ->"
            + " l6 -> l7 -> l8 -> l9 -> (4981 more) -> l4991 -> l4992 -> l4993 -> l4994 -> l4995"
            + " -> l4996 -> l4997 -> l4998 -> l4999 -> l5000)",
        assertThrows(SearchException.class, all::checked).getMessage());
  }

  @Test
  void aProgramMayOpenWhatIsInTheFolders() throws Exception {
    write("lib/a/plug.so");
    write("lib/b/plug.so");
    write("other/plug.so");
    Files.createSymbolicLink(base.resolve("lib/out"), Path.of("../other"));
    Files.createSymbolicLink(base.resolve("lib/plug.so"), Path.of("../other/plug.so"));
    Folders folders = new Folders(base, List.of("gone", "lib"));
    String inside = base + "/lib/b/plug.so";
    assertEquals(Optional.of("lib/a/plug.so"), folders.locateGranted("lib/a/plug.so"));
    assertEquals(
        Optional.of("./lib/a/../b/plug.so"), folders.locateGranted("./lib/a/../b/plug.so"));
    assertEquals(Optional.of(inside), folders.locateGranted(inside));
    assertEquals(Optional.of("lib/plug.so"), folders.locateGranted("lib/plug.so"));
    for (String path :
        List.of(
            "other/plug.so",
            base + "/other/plug.so",
            "../other/plug.so",
            "lib/out/plug.so",
            "./a/plug.so",
            "lib/c/plug.so",
            "lib/a",
            "lib/a/plug.so/",
            "/plug.so",
            "a\0b/plug.so",
            "")) {
      assertEquals(Optional.empty(), folders.locateGranted(path), path);
    }
  }

  @Test
  void oneFileHasOneIdentityUnderAllOfItsNames() throws Exception {
    write("libz.so.1");
    Files.createSymbolicLink(base.resolve("libz.so"), Path.of("libz.so.1"));
    Files.createLink(base.resolve("hard.so"), base.resolve("libz.so.1"));
    Files.copy(base.resolve("libz.so.1"), base.resolve("copy.so"));
    Folders folders = new Folders(base, List.of());
    FileIdentity identity = folders.read("libz.so.1").identity();
    assertEquals(identity, folders.read("./libz.so").identity());
    assertEquals(identity, folders.read("hard.so").identity());
    assertNotEquals(identity, folders.read("copy.so").identity());
    write("libz.so.1", "libc.so");
    assertNotEquals(identity, folders.read("libz.so.1").identity());
  }

  @Test
  void givesOneFileOnePath() throws Exception {
    write("lib/libz.so.1");
    Files.createDirectory(base.resolve("bin"));
    Files.createSymbolicLink(base.resolve("lib/libz.so"), Path.of("libz.so.1"));
    LibraryFile file = new Folders(base, List.of()).read("bin/../lib/libz.so");
    assertEquals("libz.so", file.name());
    assertEquals(base.toRealPath().resolve("lib/libz.so"), file.path());
  }
}
