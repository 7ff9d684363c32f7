package org.dylink.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.host.HostFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments that no honest program passes. */
class HostileTest {
  private static final int END = 4 * 65_536; // of the fake guest's memory

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "-2147483648, 21", // 2^31 io vectors
    "-1, 21",
    "2147483647, 21",
    "536870912, 21", // times 8 is 2^32
  })
  void refusesMoreIoVectorsThanTheMemoryHolds(int count, int errno) {
    FakeGuest guest = new FakeGuest();
    Caller wasi = new Caller(guest);
    assertEquals(errno, wasi.call("fd_write", 1, 0x200, count, Caller.RESULT));
    assertEquals(errno, wasi.call("fd_read", 0, 0x200, count, Caller.RESULT));
    assertEquals("", guest.output());
  }

  @Test
  void takesTheFirstOfVeryManyIoVectors() {
    FakeGuest guest = new FakeGuest();
    Caller wasi = new Caller(guest);
    int vectors = Caller.BUFFER;
    for (int i = 0; i < 2000; i++) {
      guest.memory.writeInt(vectors + 8 * i, 0);
      guest.memory.writeInt(vectors + 8 * i + 4, 1);
    }
    assertEquals(0, wasi.call("fd_write", 1, vectors, 2000, Caller.RESULT));
    assertEquals(1024, wasi.result());
    assertEquals(1024, guest.output().length());
  }

  @ParameterizedTest
  @CsvSource({
    "0, -1, 28", // 4 GiB
    "0, -2147483648, 28",
    "0, 2147483645, 21",
    "262143, 2, 21", // one byte past the end
    "-1, 1, 21",
    "-8, 16, 21", // wraps around
  })
  void refusesBuffersOutsideOfTheMemory(int address, int size, int errno) {
    FakeGuest guest = new FakeGuest();
    Caller wasi = new Caller(guest);
    int vectors = wasi.vector(wasi.put("ok"), 2, address, size);
    assertEquals(errno, wasi.call("fd_write", 1, vectors, 2, Caller.RESULT));
    assertEquals(errno, wasi.call("fd_read", 0, vectors, 2, Caller.RESULT));
    assertEquals("", guest.output(), "nothing of it");
  }

  @Test
  void aReadOverItsOwnIoVectorsDoesNotChangeThem() throws Exception {
    FakeGuest guest = FakeGuest.granted("/", folder);
    Files.write(folder.resolve("evil"), new byte[] {-1, -1, -1, -1, -1, -1, -1, 127, 5, 5, 5, 5});
    Caller wasi = new Caller(guest);
    int file = wasi.opened("evil", 0, Caller.READ);
    int vectors = wasi.vector(0x208, 8, Caller.BUFFER, 4);
    assertEquals(0, wasi.call("fd_read", file, vectors, 2, Caller.RESULT));
    assertEquals(12, wasi.result());
    assertEquals(0x05050505, guest.memory.readInt(Caller.BUFFER));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, END, END - 3, Integer.MIN_VALUE})
  void refusesBadPointersForResults(int bad) throws Exception {
    Files.writeString(folder.resolve("file"), "text");
    FakeGuest guest = FakeGuest.granted("/", folder);
    Caller wasi = new Caller(guest);
    assertEquals(WasiErrno.FAULT, wasi.call("args_sizes_get", bad, bad));
    assertEquals(WasiErrno.FAULT, wasi.call("clock_time_get", 0, 0L, bad));
    assertEquals(WasiErrno.FAULT, wasi.call("clock_time_get", 2, 0L, bad));
    assertEquals(WasiErrno.FAULT, wasi.call("fd_prestat_get", 3, bad));
    assertEquals(WasiErrno.FAULT, wasi.call("fd_fdstat_get", 1, bad));
    assertEquals(WasiErrno.FAULT, wasi.call("fd_filestat_get", 3, bad));
    assertEquals(WasiErrno.FAULT, wasi.call("path_filestat_get", 3, 1, "file", bad));
    assertEquals(WasiErrno.FAULT, wasi.call("fd_write", 1, bad, 1, Caller.RESULT));
    assertEquals(WasiErrno.FAULT, wasi.call("path_create_directory", 3, bad, 8));
    assertEquals(WasiErrno.FAULT, wasi.call("poll_oneoff", bad, 0, 1, Caller.RESULT));
    int vectors = wasi.vector(wasi.put("text"), 4);
    assertEquals(WasiErrno.FAULT, wasi.call("fd_write", 1, vectors, 1, bad));
    assertEquals("", guest.output());
  }

  @Test
  void aBadPointerForTheResultOpensNothing() {
    Caller wasi = new Caller(FakeGuest.granted("/", folder));
    int errno = wasi.call("path_open", 3, 1, "new", Caller.CREATE, Caller.WRITE, 0L, 0, END);
    assertEquals(WasiErrno.FAULT, errno);
    assertEquals(false, Files.exists(folder.resolve("new")));
  }

  @Test
  void refusesPathsThatAreNoNames() {
    FakeGuest guest = FakeGuest.granted("/", folder);
    Caller wasi = new Caller(guest);
    assertEquals(WasiErrno.INVAL, wasi.call("path_create_directory", 3, "a\0b"));
    assertEquals(WasiErrno.NOENT, wasi.call("path_create_directory", 3, ""));
    assertEquals(WasiErrno.NAMETOOLONG, wasi.call("path_create_directory", 3, "x".repeat(256)));
    assertEquals(WasiErrno.NAMETOOLONG, wasi.call("path_create_directory", 3, "x/".repeat(2049)));
    assertEquals(WasiErrno.FAULT, wasi.call("path_create_directory", 3, 0, -1));
    assertEquals(0, wasi.call("path_create_directory", 3, "grüße"));
    assertTrue(Files.isDirectory(folder.resolve("grüße")));
  }

  @Test
  void opensNotMoreFilesThanTheLimit() {
    Caller wasi = new Caller(FakeGuest.granted("/", folder));
    int errno = WasiErrno.SUCCESS;
    int opened = 0;
    while (errno == WasiErrno.SUCCESS && opened < 2000) {
      errno = wasi.open(3, Caller.FOLLOW, ".", Caller.DIRECTORY, Caller.READ);
      opened++;
    }
    assertEquals(WasiErrno.MFILE, errno);
    assertEquals(Descriptors.LIMIT - 4 + 1, opened);
  }

  @Test
  void refusesSizesThatOverflow() {
    Caller wasi = new Caller(FakeGuest.granted("/", folder));
    int file = wasi.opened("new", Caller.CREATE, Caller.READ | Caller.WRITE);
    long huge = Long.MAX_VALUE;
    assertEquals(WasiErrno.FBIG, wasi.call("fd_allocate", file, huge, huge));
    assertEquals(WasiErrno.INVAL, wasi.call("fd_filestat_set_size", file, -1L));
    assertEquals(WasiErrno.INVAL, wasi.call("fd_seek", file, -1L, 0, Caller.RESULT));
    assertEquals(WasiErrno.INVAL, wasi.call("fd_seek", file, Long.MIN_VALUE, 1, Caller.RESULT));
    assertEquals(WasiErrno.INVAL, wasi.call("fd_seek", file, 0L, 3, Caller.RESULT));
    int vectors = wasi.vector(Caller.BUFFER, 1);
    assertEquals(WasiErrno.INVAL, wasi.call("fd_pread", file, vectors, 1, -1L, Caller.RESULT));
  }

  @Test
  void refusesToChangeAFileThatIsOpenForReading() throws Exception {
    Files.writeString(folder.resolve("file"), "text");
    Caller wasi = new Caller(FakeGuest.granted("/", folder));
    int file = wasi.opened("file", 0, Caller.READ);
    assertEquals(WasiErrno.BADF, wasi.write(file, "x"));
    assertEquals(WasiErrno.BADF, wasi.call("fd_allocate", file, 0L, 100L));
    assertEquals(WasiErrno.INVAL, wasi.call("fd_filestat_set_size", file, 0L));
    assertEquals("text", Files.readString(folder.resolve("file")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fd_write", "fd_read", "random_get", "sched_yield", "poll_oneoff"})
  void anInterruptStopsTheProgram(String name) {
    Caller wasi = new Caller(new FakeGuest());
    int vectors = wasi.vector(Caller.BUFFER, 1);
    Object[] arguments =
        switch (name) {
          case "fd_write" -> new Object[] {1, vectors, 1, Caller.RESULT};
          case "fd_read" -> new Object[] {0, vectors, 1, Caller.RESULT};
          case "random_get" -> new Object[] {Caller.BUFFER, 1};
          case "poll_oneoff" -> new Object[] {Caller.BUFFER, Caller.BUFFER, 1, Caller.RESULT};
          default -> new Object[] {};
        };
    Thread.currentThread().interrupt();
    TrapException trap = assertThrows(TrapException.class, () -> wasi.call(name, arguments));
    assertTrue(Thread.interrupted(), "for whoever else waits for it");
    assertEquals(TrapKind.STOPPED, trap.kind());
    assertEquals("thread was interrupted", trap.getMessage());
  }

  /** Every function with arguments of all kinds: an errno, never an exception, and soon. */
  @ParameterizedTest
  @MethodSource("org.dylink.wasi.SignaturesTest#names")
  void answersWhateverItIsAsked(String name) {
    if (name.equals("proc_exit")) {
      return;
    }
    Random random = new Random(name.hashCode());
    int[] numbers = {0, 1, 2, 3, 4, 8, 255, 4096, END - 1, END, 1 << 30, 1 << 31, -1, -8};
    for (int i = 0; i < 500; i++) {
      try (Caller wasi = new Caller(FakeGuest.granted("/", folder))) {
        HostFunction function = wasi.instance().function(name).orElseThrow();
        Object[] arguments =
            function.handle().type().parameterList().stream()
                .map(type -> argument(type, numbers[random.nextInt(numbers.length)]))
                .toArray();
        int errno = wasi.call(name, arguments);
        assertTrue(errno >= 0 && errno <= 76, name + ": " + errno);
      }
    }
  }

  private static Object argument(Class<?> type, int number) {
    if (type == int.class) {
      return number;
    }
    return number == 1 << 31 ? Long.MIN_VALUE : (long) number;
  }
}
