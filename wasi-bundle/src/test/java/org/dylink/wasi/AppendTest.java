package org.dylink.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** O_APPEND as Linux has it: at the opening and by fcntl, with everything that moves about. */
class AppendTest {
  @TempDir Path folder;
  private Path path;
  private Caller wasi;
  private int file;

  @BeforeEach
  void open() throws IOException {
    path = Files.writeString(folder.resolve("file"), "0123456789");
    wasi = new Caller(FakeGuest.granted("/", folder));
    long rights = Caller.READ | Caller.WRITE;
    assertEquals(
        0, wasi.call("path_open", 3, 1, "file", 0, rights, 0L, Descriptor.APPEND, Caller.RESULT));
    file = wasi.result();
  }

  @AfterEach
  void close() {
    wasi.close();
  }

  @Test
  void writesAtTheEndWhereverThePositionIs() throws IOException {
    assertEquals(0, seek(3));
    assertEquals(0, wasi.write(file, "ab"));
    assertEquals(12, tell());
    assertEquals("0123456789ab", Files.readString(path));
  }

  @Test
  void aWriteAtAPlaceAppendsAndKeepsThePosition() throws IOException {
    assertEquals(0, seek(3));
    int vectors = wasi.vector(wasi.put("ab"), 2);
    assertEquals(0, wasi.call("fd_pwrite", file, vectors, 1, 0L, Caller.RESULT));
    assertEquals(3, tell());
    assertEquals("0123456789ab", Files.readString(path));
  }

  @Test
  void appendsToWhatOthersHaveAdded() throws IOException {
    assertEquals(0, wasi.write(file, "a"));
    Files.writeString(path, "0123456789a+");
    assertEquals(0, wasi.write(file, "b"));
    assertEquals("0123456789a+b", Files.readString(path));
  }

  @Test
  void allocatingDoesNotMoveTheContents() throws IOException {
    assertEquals(0, wasi.call("fd_allocate", file, 0L, 100L));
    assertEquals(100, Files.size(path));
    assertEquals(0, wasi.write(file, "x"));
    assertEquals(101, Files.size(path));
    assertEquals(0, wasi.call("fd_filestat_set_size", file, 2L));
    assertEquals(0, wasi.write(file, "y"));
    assertEquals("01y", Files.readString(path));
  }

  @Test
  void isClearedAndSet() throws IOException {
    assertEquals(0, wasi.call("fd_fdstat_set_flags", file, 0));
    assertEquals(0, seek(1));
    assertEquals(0, wasi.write(file, "a"));
    int vectors = wasi.vector(wasi.put("b"), 1);
    assertEquals(0, wasi.call("fd_pwrite", file, vectors, 1, 9L, Caller.RESULT));
    assertEquals("0a2345678b", Files.readString(path));
    assertEquals(0, wasi.call("fd_fdstat_set_flags", file, Descriptor.APPEND));
    assertEquals(0, wasi.write(file, "c"));
    assertEquals("0a2345678bc", Files.readString(path));
    assertEquals(WasiErrno.INVAL, wasi.call("fd_fdstat_set_flags", file, 32));
  }

  @Test
  void goesOnWhenTheNameIsGone() throws IOException {
    assertEquals(0, wasi.call("path_unlink_file", 3, "file"));
    Files.writeString(path, "another");
    assertEquals(0, wasi.write(file, "ab"));
    assertEquals("another", Files.readString(path));
    assertEquals(0, seek(8));
    assertEquals(0, wasi.read(file, 9));
    assertEquals("89ab", wasi.text());
  }

  private int seek(long place) {
    return wasi.call("fd_seek", file, place, 0, Caller.RESULT);
  }

  private long tell() {
    assertEquals(0, wasi.call("fd_tell", file, Caller.RESULT));
    return wasi.longResult();
  }
}
