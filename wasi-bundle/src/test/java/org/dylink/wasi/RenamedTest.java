package org.dylink.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dylink.engine.TrapException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files and folders that lose their names while they are open: they stay what they are. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "other hosts have no path to an open file")
class RenamedTest {
  private static final int INODE = Caller.RESULT + 8;
  private static final int LINKS = Caller.RESULT + 24;
  private static final int SIZE = Caller.RESULT + 32;
  private static final int MODIFIED = Caller.RESULT + 48;
  private static final int SET_MODIFIED = 4;

  @TempDir Path folder;
  private Caller wasi;

  @BeforeEach
  void open() {
    wasi = new Caller(FakeGuest.granted("/", folder));
  }

  @AfterEach
  void close() {
    wasi.close();
  }

  @Test
  void countsTheLinksOfAFile() {
    int file = wasi.opened("a", Caller.CREATE, Caller.WRITE);
    long inode = stat(file, INODE);
    assertEquals(1, stat(file, LINKS));
    assertEquals(0, wasi.call("path_rename", 3, "a", 3, "b"));
    assertEquals(1, stat(file, LINKS));
    assertEquals(0, wasi.call("path_link", 3, 0, "b", 3, "c"));
    assertEquals(2, stat(file, LINKS));
    assertEquals(0, wasi.call("path_unlink_file", 3, "b"));
    assertEquals(0, wasi.call("path_unlink_file", 3, "c"));
    assertEquals(0, stat(file, LINKS));
    assertEquals(inode, stat(file, INODE));
  }

  @Test
  void aFileIsNotWhatHasItsNameNow() throws IOException {
    int file = wasi.opened("a", Caller.CREATE, Caller.READ | Caller.WRITE);
    assertEquals(0, wasi.write(file, "abc"));
    assertEquals(0, wasi.call("path_unlink_file", 3, "a"));
    Path other = Files.writeString(folder.resolve("a"), "another");
    long before = Files.getLastModifiedTime(other).toMillis();
    assertEquals(3, stat(file, SIZE));
    assertEquals(0, wasi.call("fd_filestat_set_times", file, 0L, 5_000_000_000L, SET_MODIFIED));
    assertEquals(5_000_000_000L, stat(file, MODIFIED));
    assertEquals(before, Files.getLastModifiedTime(other).toMillis());
    assertEquals(0, wasi.call("fd_filestat_set_size", file, 1L));
    assertEquals(1, stat(file, SIZE));
    assertEquals("another", Files.readString(other));
  }

  @Test
  void aRenamedFolderIsWorkedIn() throws IOException {
    int open = openFolder("p");
    assertEquals(0, wasi.call("path_rename", 3, "p", 3, "q"));
    Files.createDirectory(folder.resolve("p")); // not this one
    assertEquals(0, wasi.open(open, 1, "file", Caller.CREATE, Caller.WRITE));
    assertEquals(0, wasi.call("path_create_directory", open, "sub"));
    assertEquals(0, wasi.call("path_symlink", "file", open, "soft"));
    assertEquals(0, wasi.call("path_readlink", open, "soft", Caller.BUFFER, 9, Caller.RESULT));
    assertEquals("file", wasi.text());
    assertEquals(0, wasi.call("path_link", open, 0, "file", open, "hard"));
    assertEquals(0, wasi.call("path_rename", open, "hard", open, "moved"));
    assertEquals(0, wasi.call("path_filestat_get", open, 1, "moved", Caller.RESULT));
    assertEquals(0, wasi.call("path_unlink_file", open, "moved"));
    assertEquals(0, wasi.call("path_remove_directory", open, "sub"));
    assertTrue(Files.exists(folder.resolve("q/file")));
    assertFalse(Files.exists(folder.resolve("p/file")));
    assertNotEquals(0, readdir(open));
  }

  @Test
  void aFolderMovedByAnotherProgramIsWorkedIn() throws IOException {
    int open = openFolder("p");
    Files.createDirectory(folder.resolve("deep"));
    Files.move(folder.resolve("p"), folder.resolve("deep/q"));
    assertEquals(0, wasi.open(open, 1, "file", Caller.CREATE, Caller.WRITE));
    assertTrue(Files.exists(folder.resolve("deep/q/file")));
  }

  @Test
  void nothingIsMadeInARemovedFolder() {
    int open = openFolder("p");
    assertEquals(0, wasi.call("path_remove_directory", 3, "p"));
    assertEquals(0, stat(open, LINKS));
    assertEquals(WasiErrno.NOENT, wasi.open(open, 1, "x", Caller.CREATE, Caller.WRITE));
    assertEquals(WasiErrno.NOENT, wasi.call("path_create_directory", open, "x"));
    assertEquals(WasiErrno.NOENT, wasi.call("path_symlink", "y", open, "x"));
    assertEquals(WasiErrno.NOENT, wasi.call("path_filestat_get", open, 0, "x", Caller.RESULT));
    assertEquals(0, wasi.open(open, 1, ".", 0, Caller.READ));
    assertEquals(0, readdir(open), "not even .");
  }

  @Test
  void whatAnInterruptHasClosedLeadsNowhere() throws IOException {
    int open = openFolder("p");
    int file = wasi.opened("a", Caller.CREATE, Caller.READ | Caller.WRITE);
    for (int descriptor : new int[] {open, file}) {
      Thread.currentThread().interrupt();
      assertThrows(TrapException.class, () -> wasi.call("fd_sync", descriptor));
      assertTrue(Thread.interrupted());
    }
    Files.writeString(folder.resolve("b"), "took the number of what was closed");
    wasi.opened("b", 0, Caller.READ);
    assertEquals(WasiErrno.BADF, wasi.call("fd_filestat_get", open, Caller.RESULT));
    assertEquals(WasiErrno.BADF, wasi.call("fd_filestat_get", file, Caller.RESULT));
    assertEquals(WasiErrno.BADF, wasi.call("fd_filestat_set_times", file, 0L, 0L, SET_MODIFIED));
    assertEquals(WasiErrno.BADF, wasi.call("path_create_directory", open, "x"));
    assertEquals(WasiErrno.BADF, wasi.read(file, 1));
  }

  private int openFolder(String name) {
    assertEquals(0, wasi.call("path_create_directory", 3, name));
    return wasi.opened(name, Caller.DIRECTORY, Caller.READ);
  }

  private int readdir(int open) {
    assertEquals(0, wasi.call("fd_readdir", open, Caller.BUFFER, 4096, 0L, Caller.RESULT));
    return wasi.result();
  }

  private long stat(int descriptor, int field) {
    assertEquals(0, wasi.call("fd_filestat_get", descriptor, Caller.RESULT));
    return wasi.guest.memory.readLong(field);
  }
}
