package org.dylink.wasi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Last names that are dots, slashes at the end, links of all kinds: the error numbers are those
 * that the same calls give to a C program on Linux.
 */
class EntriesTest {
  @TempDir Path folder;
  private Caller wasi;

  @BeforeEach
  void build() throws IOException {
    wasi = new Caller(FakeGuest.granted("/", folder));
    Files.createDirectories(folder.resolve("d/s"));
    Files.createDirectory(folder.resolve("e"));
    Files.writeString(folder.resolve("f"), "text");
    Files.createLink(folder.resolve("h"), folder.resolve("f"));
    for (String[] link : new String[][] {{"lf", "f"}, {"ld", "d"}, {"ln", "none"}, {"l1", "l1"}}) {
      Files.createSymbolicLink(folder.resolve(link[0]), Path.of(link[1]));
    }
    assertEquals(0, wasi.call("path_symlink", "f/", 3, "lfs"));
    assertEquals(0, wasi.call("path_symlink", "d/", 3, "lds"));
    assertEquals(0, wasi.call("path_symlink", "none/", 3, "lns"));
  }

  @AfterEach
  void close() {
    wasi.close();
  }

  @ParameterizedTest
  @CsvSource({
    "f, 20",
    "f/, 20",
    "d, 20",
    "d/, 20",
    "d/., 20",
    "d/.., 20",
    "., 20",
    "ln, 20",
    "ln/, 20",
    "lf/, 20",
    "none/x, 44",
    "f/x, 54",
    "new, 0",
    "new/, 0",
    "new//, 0",
    "l1/x, 32",
    "new/., 44"
  })
  void mkdir(String path, int errno) {
    assertEquals(errno, wasi.call("path_create_directory", 3, path));
  }

  @ParameterizedTest
  @CsvSource({
    "d, 55", "d/., 28", "d/s/.., 55", "d/s/., 28", "f, 54", "f/, 54", "ld, 54", "ld/, 54",
    "none, 44", "none/, 44", "none/., 44", "ln/, 54", "d//s/, 0", "f/., 54", "f/.., 54", "e, 0",
    "., 28"
  })
  void rmdir(String path, int errno) {
    assertEquals(errno, wasi.call("path_remove_directory", 3, path));
  }

  @ParameterizedTest
  @CsvSource({
    "d, 31",
    "d/, 31",
    "d/., 31",
    "d/s/.., 31",
    "f/, 54",
    "ld/, 54",
    "lf/, 54",
    "ln/, 54",
    "none, 44",
    "none/, 44",
    "f/x, 54",
    "f, 0",
    "lf, 0",
    "ln, 0",
    "l1, 0"
  })
  void unlink(String path, int errno) {
    assertEquals(errno, wasi.call("path_unlink_file", 3, path));
  }

  @ParameterizedTest
  @CsvSource({
    "0, d, x, 63",
    "0, ld, x, 0",
    "0, ld/, x, 63",
    "0, f/, x, 54",
    "0, f, x/, 44",
    "0, f, f, 20",
    "0, f, d, 20",
    "0, f, d/, 20",
    "0, f, ln, 20",
    "0, none, x, 44",
    "0, none, f, 44",
    "0, d, f, 20",
    "0, ln, x, 0",
    "0, l1, x, 0",
    "0, f, none/x, 44",
    "0, f, f/x, 54",
    "0, f, d/., 20",
    "0, f, d/s/.., 20",
    "0, ., x, 63",
    "1, lf, x, 0",
    "1, ln, x, 44",
    "1, l1, x, 32",
    "1, ld, x, 63"
  })
  void link(int follow, String from, String to, int errno) {
    assertEquals(errno, wasi.call("path_link", 3, follow, from, 3, to));
  }

  @ParameterizedTest
  @CsvSource({
    "f, 20",
    "f/, 20",
    "d, 20",
    "d/, 20",
    "new/, 44",
    "ln, 20",
    "none/y, 44",
    "f/y, 54",
    "d/., 20",
    "new, 0"
  })
  void symlink(String path, int errno) {
    assertEquals(errno, wasi.call("path_symlink", "x", 3, path));
  }

  @ParameterizedTest
  @CsvSource({
    "f, f, 0",
    "f, h, 0",
    "d, d/s/x, 28",
    "d, d, 0",
    "d/s, d, 55",
    "d, d/x, 28",
    "f, d, 31",
    "d, f, 54",
    "none, x, 44",
    "none, d, 44",
    "f/, x, 54",
    "f, x/, 54",
    "d, x/, 0",
    "d/, x/, 0",
    "ld/, x, 54",
    "f, d/., 10",
    "d/., x, 10",
    "d/s/.., x, 10",
    "f, d/s/.., 10",
    "f/x, y, 54",
    "f, none/y, 44",
    "e, d, 55",
    "d, e, 0",
    "e, ld, 54",
    "f, ld, 0",
    "ld, x, 0",
    "lf, d, 31",
    "d, lf, 54",
    "ln, x, 0",
    "., x, 10",
    "f, ., 10"
  })
  void rename(String from, String to, int errno) {
    assertEquals(errno, wasi.call("path_rename", 3, from, 3, to));
  }

  /** The flags are 1 create, 2 folder, 4 exclusive, 8 truncate. */
  @ParameterizedTest
  @CsvSource({
    "f, 1, 2, r, 54",
    "d, 1, 2, r, 0",
    "d, 1, 2, w, 31",
    "d, 1, 0, w, 31",
    "d, 1, 0, r, 0",
    "d, 1, 1, r, 31",
    "d, 1, 5, r, 20",
    "d, 1, 8, r, 31",
    "f, 1, 3, r, 28",
    "f/, 1, 0, r, 54",
    "f/, 1, 1, r, 31",
    "new/, 1, 1, r, 31",
    "new/, 1, 0, r, 44",
    "d/, 1, 0, r, 0",
    "d/., 1, 1, r, 31",
    "d/s/.., 1, 1, r, 31",
    "d/., 1, 5, r, 20",
    "f/., 1, 0, r, 54",
    "f/.., 1, 0, r, 54",
    "f/x, 1, 0, r, 54",
    "none/x, 1, 1, r, 44",
    "lf, 0, 0, r, 32",
    "lf, 0, 1, r, 32",
    "ld, 0, 0, r, 32",
    "ld, 0, 2, r, 54",
    "ld/, 0, 0, r, 0",
    "ln, 1, 0, r, 44",
    "l1, 1, 0, r, 32",
    "l1/x, 1, 0, r, 32",
    "l1, 1, 1, r, 32",
    "ln, 1, 5, r, 20",
    "l1, 1, 5, r, 20",
    "lf, 1, 4, r, 0",
    "ld/., 1, 0, r, 0",
    "ln, 1, 1, w, 0",
    "lfs, 1, 0, r, 54",
    "lfs, 1, 1, r, 31",
    "lns, 1, 1, r, 31",
    "lds, 1, 0, r, 0",
    "lds, 1, 1, r, 31",
    "new, 1, 1, r, 0",
    "new, 1, 5, r, 0",
    "f, 1, 5, r, 20",
    "f, 1, 9, r, 0"
  })
  void open(String path, int follow, int flags, String mode, int errno) {
    long rights = mode.equals("r") ? Caller.READ : Caller.READ | Caller.WRITE;
    assertEquals(errno, wasi.open(3, follow, path, flags, rights));
  }

  @ParameterizedTest
  @CsvSource({
    "f/, 1, 54",
    "f/, 0, 54",
    "ld/, 0, 0",
    "lf/, 0, 54",
    "ln/, 0, 44",
    "ln, 1, 44",
    "ln, 0, 0",
    "l1, 1, 32",
    "l1, 0, 0",
    "lfs, 1, 54",
    "lfs, 0, 0",
    "d/s/../.., 1, 0",
    "f/.., 1, 54"
  })
  void stat(String path, int follow, int errno) {
    assertEquals(errno, wasi.call("path_filestat_get", 3, follow, path, Caller.RESULT));
  }

  @ParameterizedTest
  @CsvSource({
    "lf, 0, 1",
    "lfs, 0, 2",
    "f, 28, 0",
    "d, 28, 0",
    "none, 44, 0",
    "lf/, 54, 0",
    "ld/, 28, 0",
    "ln/, 44, 0",
    "d/., 28, 0",
    "l1, 0, 2"
  })
  void readlink(String path, int errno, int size) {
    wasi.guest.memory.writeInt(Caller.RESULT, 0);
    assertEquals(errno, wasi.call("path_readlink", 3, path, Caller.BUFFER, 100, Caller.RESULT));
    assertEquals(size, wasi.result());
  }

  @Test
  void aHardLinkToASymbolicLinkIsThatLink() throws IOException {
    assertEquals(0, wasi.call("path_link", 3, 0, "ln", 3, "hard"));
    assertEquals(Path.of("none"), Files.readSymbolicLink(folder.resolve("hard")));
  }

  @Test
  void timesOfALinkAreItsOwnToTheNanosecond() throws IOException {
    long time = 1_700_000_000_123_456_789L;
    assertEquals(0, wasi.call("path_filestat_set_times", 3, 0, "lf", 0L, time, 4));
    assertEquals(0, wasi.call("path_filestat_get", 3, 0, "lf", Caller.RESULT));
    assertEquals(time, wasi.guest.memory.readLong(Caller.RESULT + 48));
    assertTrue(Files.getLastModifiedTime(folder.resolve("f")).toMillis() > time / 1_000_000);
  }

  @Test
  void namesAreBytes() {
    FakeGuest guest = wasi.guest;
    byte[] name = {'a', (byte) 0xff, (byte) 0xc3};
    guest.memory.write(Caller.BUFFER, name, 0, 3);
    assertEquals(0, wasi.call("path_create_directory", 3, Caller.BUFFER, 3));
    assertEquals(20, wasi.call("path_create_directory", 3, Caller.BUFFER, 3));
    assertEquals(0, wasi.call("path_symlink", Caller.BUFFER, 3, 3, "lb"));
    int target = Caller.BUFFER + 8;
    assertEquals(0, wasi.call("path_readlink", 3, "lb", target, 9, Caller.RESULT));
    assertArrayEquals(name, guest.memory.bytes(target, wasi.result()));
    assertEquals(0, wasi.call("path_remove_directory", 3, Caller.BUFFER, 3));
  }
}
