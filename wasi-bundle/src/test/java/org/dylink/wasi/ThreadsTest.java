package org.dylink.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several threads of one program: each has a part of the memory for its arguments. */
class ThreadsTest {
  private static final int THREADS = 4;
  private static final int TIMES = 300;
  private static final int PART = 0x8000;
  private static final int TEXT = 0x1000;
  private static final int RECORD = 10;

  @TempDir Path folder;
  private FakeGuest guest;
  private Caller wasi;

  @BeforeEach
  void open() {
    guest = FakeGuest.granted("/data", folder);
    wasi = new Caller(guest);
  }

  /** What one thread does, who has memory from an address on. */
  private interface Work<T> {
    T run(int base) throws Throwable;
  }

  private static <T> List<T> atOnce(Work<T> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<T>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int base = i * PART;
        all.add(() -> unchecked(work, base));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> each : pool.invokeAll(all)) {
        results.add(each.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  private static <T> T unchecked(Work<T> work, int base) throws Exception {
    try {
      return work.run(base);
    } catch (Exception | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private int call(String name, Object... arguments) throws Throwable {
    return (int)
        wasi.instance().function(name).orElseThrow().handled().invokeWithArguments(arguments);
  }

  /** Each record in two io vectors. */
  private int write(int file, int base, String record) throws Throwable {
    guest.memory.write(base + TEXT, record.getBytes(StandardCharsets.UTF_8), 0, RECORD);
    int half = RECORD / 2;
    int[] vectors = {base + TEXT, half, base + TEXT + half, half};
    for (int i = 0; i < vectors.length; i++) {
      guest.memory.writeInt(base + i * Integer.BYTES, vectors[i]);
    }
    return call("fd_write", file, base, 2, base + 0x100);
  }

  private static String record(int base, int number) {
    return String.format("%d:%07d|", base / PART, number);
  }

  private static Set<String> allRecords() {
    Set<String> all = new HashSet<>();
    for (int thread = 0; thread < THREADS; thread++) {
      for (int i = 0; i < TIMES; i++) {
        all.add(record(thread * PART, i));
      }
    }
    return all;
  }

  private static void assertRecords(String text) {
    assertEquals(THREADS * TIMES * RECORD, text.length());
    assertEquals(allRecords(), new HashSet<>(Arrays.asList(text.split("(?<=[|])"))));
  }

  private Void writeAll(int file, int base) throws Throwable {
    for (int i = 0; i < TIMES; i++) {
      assertEquals(WasiErrno.SUCCESS, write(file, base, record(base, i)));
    }
    return null;
  }

  @Test
  void writesAreWholeAndNoneIsLost() throws Exception {
    int file = wasi.opened("records", Caller.CREATE, Caller.WRITE);
    atOnce(base -> writeAll(file, base));
    assertRecords(Files.readString(folder.resolve("records")));
  }

  @Test
  void writesToAStreamAreWhole() throws Exception {
    atOnce(base -> writeAll(1, base));
    assertRecords(guest.output());
  }

  @Test
  void readsOfOneFileGetEachPartOnce() throws Exception {
    StringBuilder text = new StringBuilder();
    allRecords().forEach(text::append);
    Files.writeString(folder.resolve("records"), text);
    int file = wasi.opened("records", 0, Caller.READ);

    StringBuilder read = new StringBuilder();
    atOnce(base -> readAll(file, base)).forEach(read::append);
    assertRecords(read.toString());
  }

  @Test
  void readsOfOnePipeGetEachByteOnce() throws Exception {
    PipedOutputStream end = new PipedOutputStream();
    guest.stdin = new PipedInputStream(end);
    wasi = new Caller(guest);
    ExecutorService writer = Executors.newSingleThreadExecutor();
    Future<?> written = writer.submit(() -> writeRecords(end));
    try {
      int size = atOnce(base -> readAll(0, base)).stream().mapToInt(String::length).sum();
      assertEquals(THREADS * TIMES * RECORD, size);
      written.get();
    } finally {
      writer.shutdownNow();
    }
  }

  private static Void writeRecords(PipedOutputStream end) throws IOException {
    try (end) {
      for (String record : allRecords()) {
        end.write(record.getBytes(StandardCharsets.UTF_8));
      }
    }
    return null;
  }

  private String readAll(int file, int base) throws Throwable {
    StringBuilder text = new StringBuilder();
    while (true) {
      guest.memory.writeInt(base, base + TEXT);
      guest.memory.writeInt(base + 4, RECORD);
      assertEquals(WasiErrno.SUCCESS, call("fd_read", file, base, 1, base + 0x100));
      int got = guest.memory.readInt(base + 0x100);
      if (got == 0) {
        return text.toString();
      }
      text.append(guest.memory.text(base + TEXT, got));
    }
  }

  @Test
  void eachOpenedFileHasANumberOfItsOwnAndNoneIsLeft() throws Exception {
    Files.writeString(folder.resolve("f"), "x");
    for (Set<Integer> numbers : atOnce(this::openAndClose)) {
      assertTrue(numbers.size() <= THREADS, () -> "numbers " + numbers);
    }
    assertEquals(Caller.FOLDER + 1, wasi.opened("f", 0, Caller.READ));
  }

  private Set<Integer> openAndClose(int base) throws Throwable {
    guest.memory.write(base + TEXT, new byte[] {'f'}, 0, 1);
    Set<Integer> numbers = new HashSet<>();
    for (int i = 0; i < TIMES; i++) {
      int errno =
          call(
              "path_open",
              Caller.FOLDER,
              Caller.FOLLOW,
              base + TEXT,
              1,
              0,
              Caller.READ,
              0L,
              0,
              base + 0x100);
      assertEquals(WasiErrno.SUCCESS, errno);
      int number = guest.memory.readInt(base + 0x100);
      numbers.add(number);
      assertEquals(WasiErrno.SUCCESS, call("fd_close", number));
    }
    return numbers;
  }

  /** Else the host could give the descriptor, which the path names, to another file. */
  @Test
  void aFolderThatIsClosedWhileItsPathIsUsedStaysOpenUntilThen() throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    Handle handle = Handle.folder(folder.resolve("sub"));
    Handle.Use use = handle.use();
    Handle.Use other = handle.use();
    handle.close();

    ErrnoException refused = assertThrows(ErrnoException.class, handle::use);
    assertEquals(WasiErrno.BADF, refused.errno());
    use.close();
    assertTrue(handle.channel().isOpen());
    assertNotNull(FileStat.find(other.path()));
    other.close();
    assertFalse(handle.channel().isOpen());
  }
}
