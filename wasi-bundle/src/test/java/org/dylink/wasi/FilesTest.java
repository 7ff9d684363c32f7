package org.dylink.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in a granted folder. */
class FilesTest {
  private static final int STAT_TYPE = Caller.RESULT + 16;
  private static final int STAT_LINKS = Caller.RESULT + 24;
  private static final int STAT_SIZE = Caller.RESULT + 32;
  private static final int STAT_MODIFIED = Caller.RESULT + 48;
  private static final int SET = 0;
  private static final int CURRENT = 1;
  private static final int END = 2;

  @TempDir Path folder;
  private FakeGuest guest;
  private Caller wasi;

  @BeforeEach
  void open() {
    guest = FakeGuest.granted("/data", folder);
    wasi = new Caller(guest);
  }

  @Test
  void namesTheGrantedFolder() {
    assertEquals(0, wasi.call("fd_prestat_get", 3, Caller.RESULT));
    assertEquals(0, wasi.result());
    assertEquals(5, guest.memory.readInt(Caller.RESULT + 4));
    assertEquals(0, wasi.call("fd_prestat_dir_name", 3, Caller.BUFFER, 5));
    assertEquals("/data", guest.memory.text(Caller.BUFFER, 5));
    assertEquals(WasiErrno.NAMETOOLONG, wasi.call("fd_prestat_dir_name", 3, Caller.BUFFER, 4));
    assertEquals(WasiErrno.BADF, wasi.call("fd_prestat_get", 4, Caller.RESULT));
  }

  @Test
  void writesAndReadsAFile() throws IOException {
    int file = wasi.opened("new", Caller.CREATE, Caller.READ | Caller.WRITE);
    assertEquals(4, file);
    assertEquals(0, wasi.write(file, "some text"));
    assertEquals("some text", Files.readString(folder.resolve("new")));
    assertEquals(0, wasi.call("fd_seek", file, 5L, SET, Caller.RESULT));
    assertEquals(0, wasi.read(file, 100));
    assertEquals("text", wasi.text());
    assertEquals(0, wasi.call("fd_tell", file, Caller.RESULT));
    assertEquals(9, wasi.longResult());
    assertEquals(0, wasi.call("fd_seek", file, -4L, END, Caller.RESULT));
    assertEquals(5, wasi.longResult());
    assertEquals(0, wasi.call("fd_seek", file, -1L, CURRENT, Caller.RESULT));
    assertEquals(4, wasi.longResult());
    assertEquals(0, wasi.call("fd_sync", file));
    assertEquals(0, wasi.call("fd_datasync", file));
    assertEquals(0, wasi.call("fd_advise", file, 0L, 9L, 0));
    assertEquals(0, wasi.call("fd_close", file));
    assertEquals(WasiErrno.BADF, wasi.read(file, 1));
  }

  @Test
  void readsAtAPlaceAndKeepsThePosition() throws IOException {
    Files.writeString(folder.resolve("file"), "0123456789");
    int file = wasi.opened("file", 0, Caller.READ | Caller.WRITE);
    int vectors = wasi.vector(Caller.BUFFER, 2, Caller.BUFFER + 2, 3);
    assertEquals(0, wasi.call("fd_pread", file, vectors, 2, 4L, Caller.RESULT));
    assertEquals("45678", wasi.text());
    int source = wasi.vector(wasi.put("ab"), 2, wasi.put("c"), 1);
    assertEquals(0, wasi.call("fd_pwrite", file, source, 2, 1L, Caller.RESULT));
    assertEquals(3, wasi.result());
    assertEquals("0abc456789", Files.readString(folder.resolve("file")));
    assertEquals(0, wasi.call("fd_tell", file, Caller.RESULT));
    assertEquals(0, wasi.longResult());
  }

  @Test
  void readsMoreThanOneChunk() throws IOException {
    int size = Transfer.CHUNK + 17;
    Files.writeString(folder.resolve("file"), "x".repeat(size - 1) + "y");
    int file = wasi.opened("file", 0, Caller.READ);
    int vectors = wasi.vector(Caller.BUFFER, 2 * Transfer.CHUNK);
    assertEquals(0, wasi.call("fd_read", file, vectors, 1, Caller.RESULT));
    assertEquals("x".repeat(size - 1) + "y", wasi.text());
  }

  @Test
  void appendsAndTruncates() throws IOException {
    Files.writeString(folder.resolve("file"), "one");
    int append = 1;
    assertEquals(
        0, wasi.call("path_open", 3, 1, "file", 0, Caller.WRITE, 0L, append, Caller.RESULT));
    int file = wasi.result();
    assertEquals(0, wasi.write(file, " two"));
    assertEquals("one two", Files.readString(folder.resolve("file")));
    assertEquals(0, wasi.call("fd_fdstat_get", file, Caller.RESULT));
    assertEquals(FileStat.REGULAR_FILE, guest.memory.readByte(Caller.RESULT));
    assertEquals(append, guest.memory.readShort(Caller.RESULT + 2));
    wasi.opened("file", Caller.TRUNCATE, Caller.WRITE);
    assertEquals("", Files.readString(folder.resolve("file")));
  }

  @Test
  void readsAndAppends() throws IOException {
    Files.writeString(folder.resolve("file"), "one");
    int append = 1;
    long rights = Caller.READ | Caller.WRITE;
    assertEquals(0, wasi.call("path_open", 3, 1, "file", 0, rights, 0L, append, Caller.RESULT));
    int file = wasi.result();
    assertEquals(0, wasi.read(file, 2));
    assertEquals("on", wasi.text());
    assertEquals(0, wasi.write(file, " two"));
    assertEquals("one two", Files.readString(folder.resolve("file")));
    assertEquals(0, wasi.call("fd_fdstat_get", file, Caller.RESULT));
    assertEquals(append, guest.memory.readShort(Caller.RESULT + 2));
    assertEquals(0, wasi.call("fd_fdstat_set_flags", file, 0));
    assertEquals(0, wasi.call("fd_seek", file, 0L, SET, Caller.RESULT));
    assertEquals(0, wasi.write(file, "ON"));
    assertEquals("ONe two", Files.readString(folder.resolve("file")));
    assertEquals(0, wasi.call("fd_fdstat_set_flags", file, append));
    assertEquals(0, wasi.write(file, "!"));
    assertEquals("ONe two!", Files.readString(folder.resolve("file")));
  }

  @Test
  void truncatesAndAppends() throws IOException {
    Files.writeString(folder.resolve("file"), "one");
    int errno =
        wasi.call("path_open", 3, 1, "file", Caller.TRUNCATE, Caller.WRITE, 0L, 1, Caller.RESULT);
    assertEquals(0, errno);
    assertEquals(0, wasi.write(wasi.result(), "two"));
    assertEquals("two", Files.readString(folder.resolve("file")));
  }

  @Test
  void aPipeIsNotOpened() throws Exception {
    Process made = new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start();
    Assumptions.assumeTrue(made.waitFor() == 0);
    assertEquals(WasiErrno.NOTSUP, wasi.open(3, Caller.FOLLOW, "pipe", 0, Caller.READ));
    assertEquals(0, stat("pipe", Caller.FOLLOW));
    assertEquals(FileStat.UNKNOWN, guest.memory.readByte(STAT_TYPE));
  }

  @Test
  void whatTheHostDeniesIsDenied() throws IOException {
    Path secret = Files.writeString(folder.resolve("file"), "text");
    Files.setPosixFilePermissions(secret, Set.of());
    Assumptions.assumeFalse(Files.isReadable(secret), "root may read everything");
    assertEquals(WasiErrno.ACCES, wasi.open(3, Caller.FOLLOW, "file", 0, Caller.READ));
    assertEquals(WasiErrno.ACCES, wasi.open(3, Caller.FOLLOW, "file", 0, Caller.WRITE));
  }

  @Test
  void changesTheSize() throws IOException {
    int file = wasi.opened("new", Caller.CREATE, Caller.READ | Caller.WRITE);
    assertEquals(0, wasi.call("fd_filestat_set_size", file, 100L));
    assertEquals(100, Files.size(folder.resolve("new")));
    assertEquals(0, wasi.call("fd_filestat_set_size", file, 10L));
    assertEquals(10, Files.size(folder.resolve("new")));
    assertEquals(0, wasi.call("fd_allocate", file, 50L, 50L));
    assertEquals(100, Files.size(folder.resolve("new")));
  }

  @Test
  void makesAFileOnlyIfItIsNew() throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    Files.createSymbolicLink(folder.resolve("nowhere"), Path.of("missing"));
    int create = Caller.CREATE | Caller.EXCLUSIVE;
    wasi.opened("new", create, Caller.WRITE);
    assertEquals(WasiErrno.EXIST, wasi.open(3, 1, "new", create, Caller.WRITE));
    assertEquals(WasiErrno.EXIST, wasi.open(3, 1, "sub", create, Caller.READ));
    assertEquals(WasiErrno.EXIST, wasi.open(3, 1, "nowhere", create, Caller.WRITE));
    assertEquals(WasiErrno.NOENT, wasi.open(3, 1, "missing", 0, Caller.READ));
    assertEquals(WasiErrno.NOENT, wasi.open(3, 1, "missing/new", create, Caller.WRITE));
    assertEquals(WasiErrno.NOTDIR, wasi.open(3, 1, "new/new", create, Caller.WRITE));
    assertEquals(WasiErrno.NOTDIR, wasi.open(3, 1, "new/", 0, Caller.READ));
    assertEquals(WasiErrno.NOTDIR, wasi.open(3, 1, "new", Caller.DIRECTORY, Caller.READ));
    assertEquals(WasiErrno.ISDIR, wasi.open(3, 1, "sub", 0, Caller.WRITE));
  }

  @Test
  void tellsAboutFiles() throws IOException {
    Files.writeString(folder.resolve("file"), "text");
    Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));
    assertEquals(0, stat("file", Caller.FOLLOW));
    assertEquals(FileStat.REGULAR_FILE, guest.memory.readByte(STAT_TYPE));
    assertEquals(4, guest.memory.readLong(STAT_SIZE));
    assertEquals(1, guest.memory.readLong(STAT_LINKS));
    long inode = guest.memory.readLong(Caller.RESULT + 8);
    long modified = Files.getLastModifiedTime(folder.resolve("file")).toMillis();
    assertEquals(modified, guest.memory.readLong(STAT_MODIFIED) / 1_000_000);
    assertEquals(0, stat("link", Caller.FOLLOW));
    assertEquals(inode, guest.memory.readLong(Caller.RESULT + 8));
    assertEquals(0, stat("link", Caller.NOFOLLOW));
    assertEquals(FileStat.SYMBOLIC_LINK, guest.memory.readByte(STAT_TYPE));
    assertEquals(0, stat(".", Caller.FOLLOW));
    assertEquals(FileStat.DIRECTORY, guest.memory.readByte(STAT_TYPE));
    assertEquals(WasiErrno.NOENT, stat("missing", Caller.FOLLOW));
    assertEquals(WasiErrno.NOTDIR, stat("file/", Caller.NOFOLLOW));
  }

  @Test
  void tellsAboutOpenFilesAndFolders() throws IOException {
    Files.writeString(folder.resolve("file"), "text");
    int file = wasi.opened("file", 0, Caller.READ);
    assertEquals(0, wasi.call("fd_filestat_get", file, Caller.RESULT));
    assertEquals(4, guest.memory.readLong(STAT_SIZE));
    assertEquals(0, wasi.call("fd_filestat_get", 3, Caller.RESULT));
    assertEquals(FileStat.DIRECTORY, guest.memory.readByte(STAT_TYPE));
    assertEquals(0, wasi.call("fd_filestat_get", 1, Caller.RESULT));
    assertEquals(FileStat.CHARACTER_DEVICE, guest.memory.readByte(STAT_TYPE));
  }

  @Test
  void anUnlinkedFileGoesOnUntilItIsClosed() {
    int file = wasi.opened("temporary", Caller.CREATE, Caller.READ | Caller.WRITE);
    assertEquals(0, wasi.call("path_unlink_file", 3, "temporary"));
    assertEquals(0, wasi.write(file, "12345"));
    assertEquals(0, wasi.call("fd_seek", file, 2L, SET, Caller.RESULT));
    assertEquals(0, wasi.call("fd_filestat_get", file, Caller.RESULT));
    assertEquals(5, guest.memory.readLong(STAT_SIZE));
    assertEquals(0, guest.memory.readLong(STAT_LINKS));
    assertEquals(0, wasi.read(file, 10));
    assertEquals("345", wasi.text());
    assertEquals(0, wasi.call("fd_filestat_set_times", file, 0L, 7_000_000_000L, 5));
    assertEquals(0, wasi.call("fd_filestat_get", file, Caller.RESULT));
    assertEquals(7_000_000_000L, guest.memory.readLong(STAT_MODIFIED));
  }

  @Test
  void setsTimes() throws IOException {
    Files.writeString(folder.resolve("file"), "text");
    int both = 1 | 4;
    long time = 1_000_000_000_000_000_000L;
    assertEquals(0, wasi.call("path_filestat_set_times", 3, 1, "file", time, time, both));
    assertEquals(1_000_000_000_000L, Files.getLastModifiedTime(folder.resolve("file")).toMillis());
    int file = wasi.opened("file", 0, Caller.READ);
    assertEquals(0, wasi.call("fd_filestat_set_times", file, 0L, 0L, both));
    assertEquals(0, Files.getLastModifiedTime(folder.resolve("file")).toMillis());
    assertEquals(
        WasiErrno.NOENT, wasi.call("path_filestat_set_times", 3, 1, "missing", 0L, 0L, both));
    assertEquals(
        WasiErrno.INVAL, wasi.call("path_filestat_set_times", 3, 1, "file", 0L, 0L, both | 2));
  }

  @Test
  void makesAndRemovesFolders() throws IOException {
    assertEquals(0, wasi.call("path_create_directory", 3, "sub/"));
    assertTrue(Files.isDirectory(folder.resolve("sub")));
    assertEquals(WasiErrno.EXIST, wasi.call("path_create_directory", 3, "sub"));
    assertEquals(WasiErrno.EXIST, wasi.call("path_create_directory", 3, "."));
    assertEquals(WasiErrno.NOENT, wasi.call("path_create_directory", 3, "a/b"));
    Files.writeString(folder.resolve("sub/file"), "");
    assertEquals(WasiErrno.NOTEMPTY, wasi.call("path_remove_directory", 3, "sub"));
    assertEquals(WasiErrno.NOTDIR, wasi.call("path_remove_directory", 3, "sub/file"));
    assertEquals(WasiErrno.ISDIR, wasi.call("path_unlink_file", 3, "sub"));
    assertEquals(0, wasi.call("path_unlink_file", 3, "sub/file"));
    assertEquals(WasiErrno.NOENT, wasi.call("path_unlink_file", 3, "sub/file"));
    assertEquals(0, wasi.call("path_remove_directory", 3, "sub"));
    assertFalse(Files.exists(folder.resolve("sub")));
  }

  @Test
  void theGrantedFolderItselfStays() {
    assertEquals(WasiErrno.INVAL, wasi.call("path_remove_directory", 3, "."));
    assertEquals(WasiErrno.BUSY, wasi.call("path_rename", 3, ".", 3, "x"));
    assertEquals(WasiErrno.INVAL, wasi.call("path_remove_directory", 3, "./"));
    assertTrue(Files.isDirectory(folder));
  }

  @Test
  void renames() throws IOException {
    Files.writeString(folder.resolve("a"), "a");
    Files.writeString(folder.resolve("b"), "b");
    Files.createDirectories(folder.resolve("full/sub"));
    Files.createDirectory(folder.resolve("empty"));
    assertEquals(0, wasi.call("path_rename", 3, "a", 3, "b"));
    assertEquals("a", Files.readString(folder.resolve("b")));
    assertEquals(0, wasi.call("path_rename", 3, "b", 3, "full/c"));
    assertTrue(Files.exists(folder.resolve("full/c")));
    assertEquals(WasiErrno.NOENT, wasi.call("path_rename", 3, "b", 3, "x"));
    assertEquals(WasiErrno.ISDIR, wasi.call("path_rename", 3, "full/c", 3, "empty"));
    assertEquals(WasiErrno.NOTDIR, wasi.call("path_rename", 3, "full/c", 3, "x/"));
    assertEquals(WasiErrno.NOTDIR, wasi.call("path_rename", 3, "empty", 3, "full/c"));
    assertEquals(WasiErrno.NOTEMPTY, wasi.call("path_rename", 3, "empty", 3, "full"));
    assertEquals(WasiErrno.INVAL, wasi.call("path_rename", 3, "full", 3, "full/sub/x"));
    assertEquals(0, wasi.call("path_rename", 3, "full", 3, "empty"));
    assertTrue(Files.exists(folder.resolve("empty/c")));
  }

  @Test
  void links() throws IOException {
    Files.writeString(folder.resolve("file"), "text");
    assertEquals(0, wasi.call("path_link", 3, 0, "file", 3, "hard"));
    assertEquals("text", Files.readString(folder.resolve("hard")));
    assertEquals(WasiErrno.EXIST, wasi.call("path_link", 3, 0, "file", 3, "hard"));
    assertEquals(WasiErrno.NOENT, wasi.call("path_link", 3, 0, "missing", 3, "x"));
    assertEquals(0, wasi.call("path_symlink", "file", 3, "soft"));
    assertEquals(Path.of("file"), Files.readSymbolicLink(folder.resolve("soft")));
    assertEquals(WasiErrno.EXIST, wasi.call("path_symlink", "file", 3, "soft"));
    assertEquals(0, wasi.call("path_link", 3, 0, "soft", 3, "x"));
    assertEquals(Path.of("file"), Files.readSymbolicLink(folder.resolve("x")));
    assertEquals(0, wasi.call("path_link", 3, 1, "soft", 3, "hard2"));
    assertFalse(Files.isSymbolicLink(folder.resolve("hard2")));
  }

  @Test
  void followsAndReadsSymbolicLinks() throws IOException {
    Files.createDirectories(folder.resolve("a/b"));
    Files.writeString(folder.resolve("file"), "text");
    assertEquals(0, wasi.call("path_symlink", "../../file", 3, "a/b/up"));
    int file = wasi.opened("a/b/up", 0, Caller.READ);
    assertEquals(0, wasi.read(file, 10));
    assertEquals("text", wasi.text());
    assertEquals(0, readlink("a/b/up", 100));
    assertEquals("../../file", wasi.text());
    assertEquals(0, readlink("a/b/up", 4));
    assertEquals("../.", wasi.text());
    assertEquals(WasiErrno.INVAL, readlink("file", 100));
    assertEquals(WasiErrno.NOENT, readlink("missing", 100));
    assertEquals(WasiErrno.LOOP, wasi.open(3, Caller.NOFOLLOW, "a/b/up", 0, Caller.READ));
    assertEquals(0, wasi.call("path_symlink", "made", 3, "to"));
    wasi.opened("to", Caller.CREATE, Caller.WRITE);
    assertTrue(Files.exists(folder.resolve("made")));
  }

  @Test
  void linksInACircleEnd() {
    assertEquals(0, wasi.call("path_symlink", "b", 3, "a"));
    assertEquals(0, wasi.call("path_symlink", "a", 3, "b"));
    assertEquals(WasiErrno.LOOP, wasi.open(3, Caller.FOLLOW, "a", 0, Caller.READ));
    assertEquals(WasiErrno.LOOP, stat("a/x", Caller.NOFOLLOW));
  }

  @Test
  void aFolderReachedThroughALinkCanBeGranted() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    Caller linked = new Caller(FakeGuest.granted("/", link));
    linked.opened("new", Caller.CREATE, Caller.WRITE);
    assertTrue(Files.exists(real.resolve("new")));
  }

  @Test
  void opensWithinAnOpenFolder() throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    int sub = wasi.opened("sub", Caller.DIRECTORY, Caller.READ);
    assertEquals(0, wasi.open(sub, Caller.FOLLOW, "new", Caller.CREATE, Caller.WRITE));
    assertTrue(Files.exists(folder.resolve("sub/new")));
    assertEquals(WasiErrno.NOTDIR, wasi.open(wasi.result(), 1, "x", 0, Caller.READ));
    assertEquals(WasiErrno.NOTDIR, wasi.open(1, 1, "x", 0, Caller.READ));
  }

  @Test
  void renumbers() throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    int file = wasi.opened("new", Caller.CREATE, Caller.WRITE);
    assertEquals(0, wasi.call("fd_renumber", file, 1));
    assertEquals(0, wasi.write(1, "redirected"));
    assertEquals("redirected", Files.readString(folder.resolve("new")));
    assertEquals(WasiErrno.BADF, wasi.write(file, "x"));
    assertEquals(WasiErrno.BADF, wasi.call("fd_renumber", 1, 99));
    assertEquals(WasiErrno.BADF, wasi.call("fd_renumber", 99, 1));
    assertEquals(0, wasi.call("fd_renumber", 1, 1));
    int sub = wasi.opened("sub", Caller.DIRECTORY, Caller.READ);
    assertEquals(0, wasi.call("fd_renumber", sub, 3));
    wasi.opened("inside", Caller.CREATE, Caller.WRITE);
    assertTrue(Files.exists(folder.resolve("sub/inside")));
  }

  private int stat(String path, int lookup) {
    return wasi.call("path_filestat_get", 3, lookup, path, Caller.RESULT);
  }

  private int readlink(String path, int size) {
    return wasi.call("path_readlink", 3, path, Caller.BUFFER, size, Caller.RESULT);
  }
}
