package org.dylink.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a descriptor may do: by its kind, by how it was opened, by what the program gave up. */
class RightsTest {
  private static final int STAT_BASE = Caller.RESULT + 8;
  private static final int STAT_INHERITING = Caller.RESULT + 16;

  @TempDir Path folder;
  private Caller wasi;

  @BeforeEach
  void open() throws IOException {
    Files.writeString(folder.resolve("file"), "text");
    Files.createDirectory(folder.resolve("sub"));
    wasi = new Caller(FakeGuest.granted("/", folder));
  }

  @AfterEach
  void close() {
    wasi.close();
  }

  /** As Linux answers; seek on a folder as WASI's own tests want it. */
  @ParameterizedTest
  @CsvSource({
    "reading,   fd_write, 8",
    "reading,   fd_pwrite, 8",
    "reading,   fd_allocate, 8",
    "reading,   fd_filestat_set_size, 28",
    "reading,   fd_read, 0",
    "reading,   fd_sync, 0",
    "reading,   fd_datasync, 0",
    "reading,   fd_filestat_set_times, 0",
    "reading,   fd_readdir, 54",
    "reading,   path_open, 54",
    "writing,   fd_read, 8",
    "writing,   fd_pread, 8",
    "writing,   fd_write, 0",
    "writing,   fd_allocate, 0",
    "writing,   fd_filestat_set_size, 0",
    "creating,  fd_write, 8",
    "creating,  fd_pwrite, 8",
    "creating,  fd_filestat_set_size, 28",
    "creating,  fd_read, 0",
    "truncating, fd_write, 8",
    "truncating, fd_read, 0",
    "folder,    fd_read, 31",
    "folder,    fd_pread, 31",
    "folder,    fd_write, 8",
    "folder,    fd_pwrite, 8",
    "folder,    fd_seek, 8",
    "folder,    fd_tell, 8",
    "folder,    fd_allocate, 8",
    "folder,    fd_filestat_set_size, 28",
    "folder,    fd_sync, 0",
    "folder,    fd_datasync, 0",
    "folder,    fd_filestat_set_times, 0",
    "folder,    fd_readdir, 0",
    "input,     fd_write, 8",
    "input,     fd_seek, 70",
    "input,     fd_pread, 70",
    "input,     fd_filestat_set_size, 28",
    "output,    fd_read, 8",
    "output,    fd_tell, 70",
    "output,    fd_allocate, 70",
    "output,    fd_advise, 70",
    "output,    fd_readdir, 54",
    "output,    path_open, 54",
  })
  void aKindRefusesWhatItCannotDo(String kind, String function, int errno) {
    assertEquals(errno, call(function, descriptor(kind)));
  }

  @Test
  void rightsAreGivenUpAndNeverRegained() {
    int file = wasi.opened("file", 0, Caller.READ | Caller.WRITE);
    stat(file);
    long base = wasi.guest.memory.readLong(STAT_BASE);
    long less = base & ~(Rights.FD_READ | Rights.FD_FILESTAT_SET_SIZE);
    assertEquals(0, wasi.call("fd_fdstat_set_rights", file, less, 0L));
    stat(file);
    assertEquals(less, wasi.guest.memory.readLong(STAT_BASE));
    assertEquals(0, wasi.guest.memory.readLong(STAT_INHERITING));
    assertEquals(WasiErrno.NOTCAPABLE, call("fd_read", file));
    assertEquals(WasiErrno.NOTCAPABLE, call("fd_pread", file));
    assertEquals(WasiErrno.NOTCAPABLE, call("fd_filestat_set_size", file));
    assertEquals(0, call("fd_write", file));
    assertEquals(WasiErrno.NOTCAPABLE, wasi.call("fd_fdstat_set_rights", file, base, 0L));
    assertEquals(WasiErrno.NOTCAPABLE, wasi.call("fd_fdstat_set_rights", file, less, 1L));
    assertEquals(WasiErrno.NOTCAPABLE, wasi.call("fd_fdstat_set_rights", file, -1L, 0L));
  }

  @ParameterizedTest
  @CsvSource({
    "path_create_directory, 512",
    "path_open, 8192",
    "path_readlink, 32768",
    "path_filestat_get, 262144",
    "path_filestat_set_times, 1048576",
    "path_symlink, 16777216",
    "path_remove_directory, 33554432",
    "path_unlink_file, 67108864",
    "path_link, 2048",
    "path_link, 4096",
    "path_rename, 65536",
    "path_rename, 131072",
    "fd_readdir, 16384",
    "fd_filestat_get, 2097152",
    "fd_filestat_set_times, 8388608",
    "fd_fdstat_set_flags, 8",
    "fd_sync, 16",
  })
  void aFolderWithoutTheRightDoesNotDoIt(String function, long right) {
    assertEquals(0, wasi.call("fd_fdstat_set_rights", 3, Rights.FOLDER & ~right, Rights.ALL));
    assertEquals(WasiErrno.NOTCAPABLE, call(function, 3));
  }

  @Test
  void makingAndTruncatingAreRightsOfTheFolder() throws IOException {
    long less = Rights.FOLDER & ~(Rights.PATH_CREATE_FILE | Rights.PATH_FILESTAT_SET_SIZE);
    assertEquals(0, wasi.call("fd_fdstat_set_rights", 3, less, Rights.ALL));
    assertEquals(WasiErrno.NOTCAPABLE, wasi.open(3, 1, "new", Caller.CREATE, Caller.WRITE));
    assertEquals(WasiErrno.NOTCAPABLE, wasi.open(3, 1, "file", Caller.TRUNCATE, Caller.WRITE));
    assertEquals("text", Files.readString(folder.resolve("file")));
    wasi.opened("file", 0, Caller.WRITE);
  }

  @Test
  void nothingIsOpenedWithMoreThanItsFolderHandsOn() {
    long handedOn = Rights.ALL & ~Rights.FD_WRITE;
    assertEquals(0, wasi.call("fd_fdstat_set_rights", 3, Rights.FOLDER, handedOn));
    assertEquals(WasiErrno.NOTCAPABLE, open("file", Rights.FD_WRITE, 0));
    assertEquals(WasiErrno.NOTCAPABLE, open("sub", 0, Rights.FD_WRITE));
    assertEquals(0, open("sub", Rights.FOLDER, handedOn));
    int sub = wasi.result();
    assertEquals(
        WasiErrno.NOTCAPABLE,
        wasi.call("path_open", sub, 1, "x", Caller.CREATE, Rights.FD_WRITE, 0L, 0, Caller.RESULT));
    assertEquals(0, open("file", Rights.FD_READ, 0));
    stat(wasi.result());
    assertEquals(Rights.FD_READ, wasi.guest.memory.readLong(STAT_BASE));
  }

  @Test
  void aSeekThatStaysIsATell() {
    int file = wasi.opened("file", 0, Rights.FD_READ | Rights.FD_TELL);
    assertEquals(0, wasi.call("fd_seek", file, 0L, OpenFile.WHENCE_CURRENT, Caller.RESULT));
    assertEquals(WasiErrno.NOTCAPABLE, call("fd_seek", file));
    assertEquals(WasiErrno.NOTCAPABLE, call("fd_pread", file));
  }

  private int descriptor(String kind) {
    return switch (kind) {
      case "reading" -> wasi.opened("file", 0, Caller.READ);
      case "writing" -> wasi.opened("file", 0, Caller.WRITE);
      case "creating" -> wasi.opened("new", Caller.CREATE, Caller.READ);
      case "truncating" -> wasi.opened("file", Caller.TRUNCATE, Caller.READ);
      case "folder" -> 3;
      case "input" -> 0;
      default -> 1;
    };
  }

  private int call(String function, int descriptor) {
    int vectors = wasi.vector(Caller.BUFFER, 1);
    return switch (function) {
      case "fd_read", "fd_write" -> wasi.call(function, descriptor, vectors, 1, Caller.RESULT);
      case "fd_pread", "fd_pwrite" ->
          wasi.call(function, descriptor, vectors, 1, 0L, Caller.RESULT);
      case "fd_allocate" -> wasi.call(function, descriptor, 0L, 1L);
      case "fd_advise" -> wasi.call(function, descriptor, 0L, 1L, 0);
      case "fd_seek" -> wasi.call(function, descriptor, 1L, 0, Caller.RESULT);
      case "fd_filestat_set_size" -> wasi.call(function, descriptor, 4L);
      case "fd_readdir" -> wasi.call(function, descriptor, Caller.BUFFER, 9, 0L, Caller.RESULT);
      case "fd_filestat_set_times" -> wasi.call(function, descriptor, 0L, 0L, 5);
      case "fd_fdstat_set_flags" -> wasi.call(function, descriptor, 0);
      case "fd_sync", "fd_datasync" -> wasi.call(function, descriptor);
      case "fd_tell", "fd_filestat_get" -> wasi.call(function, descriptor, Caller.RESULT);
      default -> callPath(function, descriptor);
    };
  }

  private int callPath(String function, int folder) {
    return switch (function) {
      case "path_open" -> wasi.open(folder, 1, "file", 0, Caller.READ);
      case "path_filestat_get" -> wasi.call(function, folder, 1, "file", Caller.RESULT);
      case "path_filestat_set_times" -> wasi.call(function, folder, 1, "file", 0L, 0L, 5);
      case "path_link" -> wasi.call(function, folder, 0, "file", folder, "hard");
      case "path_rename" -> wasi.call(function, folder, "file", folder, "moved");
      case "path_symlink" -> wasi.call(function, "file", folder, "soft");
      case "path_readlink" -> wasi.call(function, folder, "file", Caller.BUFFER, 9, Caller.RESULT);
      default -> wasi.call(function, folder, "file");
    };
  }

  private int open(String path, long rights, long inheriting) {
    return wasi.call("path_open", 3, 1, path, 0, rights, inheriting, 0, Caller.RESULT);
  }

  private void stat(int descriptor) {
    assertEquals(0, wasi.call("fd_fdstat_get", descriptor, Caller.RESULT));
  }
}
