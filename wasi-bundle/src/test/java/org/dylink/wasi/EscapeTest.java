package org.dylink.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that tries to leave its folder. Whatever it does, the rest of the disk stays. */
class EscapeTest {
  private static final int[] LOOKUPS = {Caller.NOFOLLOW, Caller.FOLLOW};
  private static final int BOTH_TIMES = 5;

  @TempDir Path disk;
  private Path folder;
  private Caller wasi;
  private String before;

  /**
   * Beside the granted folder there is another with a secret; in the granted folder there are links
   * of all kinds that lead there.
   */
  @BeforeEach
  void build() throws IOException {
    Path outside = Files.createDirectory(disk.resolve("outside"));
    Files.writeString(outside.resolve("secret"), "secret");
    Files.createDirectory(outside.resolve("empty"));
    folder = Files.createDirectory(disk.resolve("granted"));
    Files.createDirectories(folder.resolve("a/b"));
    Files.writeString(folder.resolve("own"), "own");
    link(folder, "absolute", outside.resolve("secret").toString());
    link(folder, "relative", "../outside/secret");
    link(folder, "chain", "chain1");
    link(folder, "chain1", "a/b/chain2");
    link(folder, "a/b/chain2", "../../relative");
    link(folder, "dir", outside.toString());
    link(folder, "relativeDir", "../outside");
    link(folder, "chainDir", "a/../a/b/dir2");
    link(folder, "a/b/dir2", "../../relativeDir");
    link(folder, "up", "..");
    link(folder, "new", "../outside/new");
    link(folder, "backInside", "../granted/own");
    wasi = new Caller(FakeGuest.granted("/", folder));
    before = contents();
  }

  @AfterEach
  void nothingOutsideHasChanged() throws IOException {
    wasi.close();
    assertEquals(before, contents());
  }

  /** Paths to the secret. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "../outside/secret",
        "a/../../outside/secret",
        "a/b/../../../outside/secret",
        "./../outside/secret",
        "dir/secret",
        "relativeDir/secret",
        "chainDir/secret",
        "up/outside/secret",
        "dir/../outside/secret",
        "a/../chainDir/./secret",
      })
  void thePathIsRefused(String path) {
    for (int lookup : LOOKUPS) {
      assertRefused(wasi.open(3, lookup, path, 0, Caller.READ));
      assertRefused(wasi.open(3, lookup, path, Caller.CREATE, Caller.WRITE));
      assertRefused(wasi.open(3, lookup, path, Caller.TRUNCATE, Caller.WRITE));
      assertRefused(stat(path, lookup));
      assertRefused(wasi.call("path_filestat_set_times", 3, lookup, path, 0L, 0L, BOTH_TIMES));
      assertRefused(wasi.call("path_link", 3, lookup, path, 3, "stolen"));
    }
    assertRefused(readlink(path));
    assertRefused(wasi.call("path_unlink_file", 3, path));
    assertRefused(wasi.call("path_rename", 3, path, 3, "stolen"));
    assertRefused(wasi.call("path_rename", 3, "own", 3, path));
  }

  /** Paths to what is not there yet. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "../outside/x",
        "dir/x",
        "relativeDir/x",
        "chainDir/x",
        "up/x",
        "up/outside/x",
        "a/b/../../../x",
      })
  void nothingIsMadeOutside(String path) {
    for (int lookup : LOOKUPS) {
      int create = Caller.CREATE | Caller.EXCLUSIVE;
      assertRefused(wasi.open(3, lookup, path, Caller.CREATE, Caller.WRITE));
      assertRefused(wasi.open(3, lookup, path, create, Caller.WRITE));
      assertRefused(wasi.call("path_link", 3, lookup, "own", 3, path));
    }
    assertRefused(wasi.call("path_create_directory", 3, path));
    assertRefused(wasi.call("path_symlink", "own", 3, path));
    assertRefused(wasi.call("path_rename", 3, "own", 3, path));
    assertRefused(wasi.call("path_rename", 3, "a", 3, path));
  }

  /** Links whose last step leaves. */
  @ParameterizedTest
  @ValueSource(
      strings = {"absolute", "relative", "chain", "chain1", "a/b/chain2", "new", "backInside"})
  void theLinkIsNotFollowed(String path) {
    assertRefused(wasi.open(3, Caller.FOLLOW, path, 0, Caller.READ));
    assertRefused(wasi.open(3, Caller.FOLLOW, path, Caller.CREATE, Caller.WRITE));
    assertRefused(wasi.open(3, Caller.FOLLOW, path, Caller.TRUNCATE, Caller.WRITE));
    assertRefused(stat(path, Caller.FOLLOW));
    assertRefused(wasi.call("path_filestat_set_times", 3, 1, path, 0L, 0L, BOTH_TIMES));
    assertRefused(wasi.call("path_link", 3, Caller.FOLLOW, path, 3, "stolen"));
    assertEquals(WasiErrno.LOOP, wasi.open(3, Caller.NOFOLLOW, path, 0, Caller.READ));
    assertEquals(WasiErrno.LOOP, wasi.open(3, Caller.NOFOLLOW, path, Caller.CREATE, Caller.WRITE));
    assertEquals(0, stat(path, Caller.NOFOLLOW), "the link itself is in the folder");
    assertEquals(0, wasi.call("path_filestat_set_times", 3, 0, path, 0L, 0L, BOTH_TIMES));
    assertEquals(0, wasi.call("path_link", 3, Caller.NOFOLLOW, path, 3, "linked"));
    assertRefused(wasi.open(3, Caller.FOLLOW, "linked", 0, Caller.READ));
    assertEquals(WasiErrno.EXIST, wasi.call("path_create_directory", 3, path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "../", "a/../..", "dir", "relativeDir", "chainDir", "up", "dir/."})
  void theFolderOutsideIsNotOpened(String path) {
    assertRefused(wasi.open(3, Caller.FOLLOW, path, Caller.DIRECTORY, Caller.READ));
    assertRefused(stat(path, Caller.FOLLOW));
    assertRefused(stat(path + "/", Caller.NOFOLLOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/etc/passwd", "//etc/passwd", "/granted/own"})
  void absolutePathsAreNamesOfTheHost(String path) {
    assertRefused(wasi.open(3, Caller.FOLLOW, path, 0, Caller.READ));
    assertRefused(stat(path, Caller.FOLLOW));
    assertRefused(wasi.call("path_create_directory", 3, path));
  }

  @Test
  void foldersOutsideAreNotRemoved() {
    for (String path : List.of("../outside/empty", "dir/empty", "chainDir/empty", "up/x", "..")) {
      assertRefused(wasi.call("path_remove_directory", 3, path));
    }
    assertEquals(WasiErrno.NOTDIR, wasi.call("path_remove_directory", 3, "dir"));
    assertEquals(WasiErrno.NOTDIR, wasi.call("path_remove_directory", 3, "dir/"));
    assertEquals(WasiErrno.NOTDIR, wasi.call("path_unlink_file", 3, "dir/"));
  }

  @Test
  void removingALinkRemovesTheLink() {
    assertEquals(0, wasi.call("path_unlink_file", 3, "relative"));
    assertEquals(0, wasi.call("path_unlink_file", 3, "dir"));
    assertEquals(WasiErrno.NOENT, stat("dir", Caller.NOFOLLOW));
  }

  @Test
  void readingALinkDoesNotNameTheHostsFolders() {
    assertRefused(readlink("absolute"));
    assertRefused(readlink("dir"));
    assertEquals(0, readlink("relative"));
    assertEquals("../outside/secret", wasi.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/passwd",
        "..",
        "../outside/secret",
        "a/../../outside",
        "a/b/../../../outside",
        "./..",
      })
  void noLinkIsMadeThatLeadsOut(String target) {
    assertRefused(wasi.call("path_symlink", target, 3, "made"));
    assertEquals(WasiErrno.NOENT, stat("made", Caller.NOFOLLOW));
  }

  @Test
  void aLinkThatIsMovedUpLeadsNoFurther() {
    assertEquals(0, wasi.call("path_symlink", "../../own", 3, "a/b/down"));
    assertEquals(0, stat("a/b/down", Caller.FOLLOW));
    assertEquals(0, wasi.call("path_rename", 3, "a/b/down", 3, "moved"));
    assertRefused(stat("moved", Caller.FOLLOW));
    assertRefused(wasi.open(3, Caller.FOLLOW, "moved", 0, Caller.READ));
  }

  @Test
  void anOpenFolderWhoseNameIsTakenByALinkIsStillItself() throws IOException {
    int open = wasi.opened("a", Caller.DIRECTORY, Caller.READ);
    assertEquals(0, wasi.call("path_rename", 3, "a", 3, "moved"));
    assertEquals(0, wasi.call("path_rename", 3, "dir", 3, "a"));
    assertEquals(WasiErrno.NOENT, wasi.open(open, Caller.FOLLOW, "secret", 0, Caller.READ));
    assertEquals(WasiErrno.NOENT, wasi.call("path_filestat_get", open, 1, "secret", Caller.RESULT));
    assertEquals(WasiErrno.NOENT, wasi.call("path_unlink_file", open, "secret"));
    assertEquals(0, wasi.call("path_create_directory", open, "x"));
    assertTrue(Files.isDirectory(folder.resolve("moved/x")));
    assertEquals(0, wasi.call("fd_filestat_set_times", open, 0L, 0L, BOTH_TIMES));
    assertEquals(0, Files.getLastModifiedTime(folder.resolve("moved")).toMillis());
  }

  @Test
  void anOpenFileWhoseNameIsTakenByALinkIsStillItself() {
    int open = wasi.opened("own", 0, Caller.READ);
    assertEquals(0, wasi.call("path_rename", 3, "relative", 3, "own"));
    assertEquals(0, wasi.call("fd_filestat_get", open, Caller.RESULT));
    assertEquals(3, wasi.guest.memory.readLong(Caller.RESULT + 32), "size of own, not of secret");
    assertEquals(0, wasi.call("fd_filestat_set_times", open, 0L, 0L, BOTH_TIMES));
  }

  @Test
  void anOpenFolderIsTheBorderOfItsOwn() {
    int open = wasi.opened("a", Caller.DIRECTORY, Caller.READ);
    assertRefused(wasi.open(open, Caller.FOLLOW, "../own", 0, Caller.READ));
    assertRefused(wasi.open(open, Caller.FOLLOW, "b/chain2", 0, Caller.READ));
  }

  private static void assertRefused(int errno) {
    assertEquals(WasiErrno.NOTCAPABLE, errno);
  }

  private int stat(String path, int lookup) {
    return wasi.call("path_filestat_get", 3, lookup, path, Caller.RESULT);
  }

  private int readlink(String path) {
    return wasi.call("path_readlink", 3, path, Caller.BUFFER, 4096, Caller.RESULT);
  }

  private static void link(Path folder, String name, String target) throws IOException {
    Files.createSymbolicLink(folder.resolve(name), Path.of(target));
  }

  /** Names, times and contents of everything outside of the granted folder. */
  private String contents() throws IOException {
    StringBuilder found = new StringBuilder();
    try (Stream<Path> paths = Files.walk(disk)) {
      for (Path path : paths.filter(p -> !p.startsWith(folder)).sorted().toList()) {
        String text = Files.isRegularFile(path) ? Files.readString(path) : "";
        found.append(path).append(Files.getLastModifiedTime(path)).append(text).append('\n');
      }
    }
    return found.toString();
  }
}
