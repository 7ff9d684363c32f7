package org.dylink.wasi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.dylink.engine.host.HostFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an attacker tries. Short here; {@code -Ddylink.attack.factor=N} makes N times as many tries.
 */
class AttackTest {
  private static final int FACTOR = Integer.getInteger("dylink.attack.factor", 1);
  private static final int END = 4 * 65_536; // of the fake guest's memory
  private static final String SECRET = "the secret";

  @TempDir Path disk;
  private Path folder;
  private Path outside;

  @BeforeEach
  void build() throws IOException {
    outside = Files.createDirectories(disk.resolve("outside/in"));
    Files.writeString(outside.resolve("file"), SECRET);
    folder = Files.createDirectory(disk.resolve("granted"));
    Files.createDirectories(folder.resolve("d/in"));
    Files.writeString(folder.resolve("d/file"), "own");
    Files.writeString(folder.resolve("d/in/file"), "own");
    Files.createSymbolicLink(folder.resolve("out"), outside.getParent());
  }

  /** Pointers at the end of memory, past it, and all the same: an errno, and no byte elsewhere. */
  @ParameterizedTest
  @MethodSource("org.dylink.wasi.SignaturesTest#names")
  void pointersAtTheEndsOfMemory(String name) {
    if (name.equals("proc_exit")) {
      return;
    }
    int[] pointers = {0, END - 64, END - 9, END - 8, END - 1, END, END + 1, 1 << 31, -8, -4, -1};
    int[] sizes = {0, 1, 8, 63, 1 << 16};
    Random random = new Random(name.hashCode());
    try (Caller wasi = new Caller(FakeGuest.granted("/", folder))) {
      HostFunction function = wasi.instance().function(name).orElseThrow();
      for (int i = 0; i < 200 * FACTOR; i++) {
        int pointer = pointers[random.nextInt(pointers.length)];
        boolean overlapping = random.nextBoolean();
        Object[] arguments = function.handle().type().parameterList().toArray();
        for (int at = 0; at < arguments.length; at++) {
          int other = random.nextInt(3) == 0 ? sizes[random.nextInt(sizes.length)] : pointer;
          int value = overlapping ? other : pointers[random.nextInt(pointers.length)];
          value = at == 0 && random.nextBoolean() ? 3 : value;
          arguments[at] = arguments[at] == int.class ? (Object) value : (Object) (long) value;
        }
        int errno = wasi.call(name, arguments);
        assertTrue(errno >= 0 && errno <= 76, name + Arrays.toString(arguments) + ": " + errno);
      }
    }
  }

  /** Another process puts a link that leads out in the place of a folder, again and again. */
  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "other hosts have no path to an open folder")
  void noRaceOfLinksLeadsOut() throws Exception {
    AtomicBoolean running = new AtomicBoolean(true);
    AtomicReference<IOException> failed = new AtomicReference<>();
    Thread swapper = new Thread(() -> swap(running, failed));
    swapper.start();
    try (Caller wasi = new Caller(FakeGuest.granted("/", folder))) {
      for (int i = 0; i < 1500 * FACTOR; i++) {
        tryAll(wasi, i);
      }
    } finally {
      running.set(false);
      swapper.join();
    }
    assertEquals(null, failed.get());
    assertEquals(SECRET, Files.readString(outside.resolve("file")));
    try (Stream<Path> names = Files.list(outside)) {
      assertEquals(1, names.count(), "something was made outside");
    }
  }

  private void tryAll(Caller wasi, int round) {
    if (wasi.open(3, Caller.FOLLOW, "d/in/file", 0, Caller.READ | Caller.WRITE) == 0) {
      int file = wasi.result();
      assertEquals(0, wasi.read(file, 20));
      assertNotEquals(SECRET, wasi.text());
      assertEquals(0, wasi.call("fd_close", file));
    }
    if (wasi.call("path_filestat_get", 3, Caller.FOLLOW, "d/in/file", Caller.RESULT) == 0) {
      assertNotEquals(SECRET.length(), wasi.guest.memory.readLong(Caller.RESULT + 32));
    }
    wasi.call("path_create_directory", 3, "d/in/sub" + round);
    wasi.call("path_remove_directory", 3, "d/in/sub" + round);
    wasi.call("path_symlink", "file", 3, "d/in/link" + round);
    wasi.call("path_rename", 3, "d/in/link" + round, 3, "d/in/moved");
    wasi.call("path_link", 3, 0, "d/in/file", 3, "d/in/hard");
    wasi.call("path_unlink_file", 3, "d/in/hard");
    wasi.call("path_filestat_set_times", 3, 0, "d/in/file", 0L, 0L, 5);
    if (wasi.open(3, Caller.FOLLOW, "d/in/new", Caller.CREATE, Caller.WRITE) == 0) {
      assertEquals(0, wasi.call("fd_close", wasi.result()));
    }
  }

  private void swap(AtomicBoolean running, AtomicReference<IOException> failed) {
    try {
      while (running.get()) {
        move("d", "away");
        move("out", "d");
        move("d", "out");
        move("away", "d");
      }
    } catch (IOException e) {
      failed.set(e);
    }
  }

  private void move(String from, String to) throws IOException {
    Files.move(folder.resolve(from), folder.resolve(to), StandardCopyOption.ATOMIC_MOVE);
  }

  @Test
  void manyEntriesInTinyBuffers() throws IOException {
    int count = Math.min(1000 * FACTOR, 100_000);
    Path many = Files.createDirectory(folder.resolve("many"));
    for (int i = 0; i < count; i++) {
      Files.createFile(many.resolve("f" + i));
    }
    try (Caller wasi = new Caller(FakeGuest.granted("/", many))) {
      Set<String> found = new TreeSet<>();
      long cookie = 0;
      int size = 24 + 6; // one entry of the longest name
      assertEquals(0, wasi.call("fd_readdir", 3, Caller.BUFFER, size, cookie, Caller.RESULT));
      while (wasi.result() > 0) {
        cookie = wasi.guest.memory.readLong(Caller.BUFFER);
        int name = wasi.guest.memory.readInt(Caller.BUFFER + 16);
        found.add(wasi.guest.memory.text(Caller.BUFFER + 24, name));
        assertEquals(0, wasi.call("fd_readdir", 3, Caller.BUFFER, size, cookie, Caller.RESULT));
      }
      assertEquals(count + 2, found.size());
    }
  }

  @Test
  void aFolderThatTakesTheNumberOfAGrantedOneIsNotGranted() {
    try (Caller wasi = new Caller(FakeGuest.granted("/", folder))) {
      int sub = wasi.opened("d", Caller.DIRECTORY, Caller.READ);
      assertEquals(0, wasi.call("fd_renumber", sub, 3));
      assertEquals(WasiErrno.BADF, wasi.call("fd_prestat_get", 3, Caller.RESULT));
      assertEquals(WasiErrno.BADF, wasi.call("fd_prestat_dir_name", 3, Caller.BUFFER, 1));
      assertEquals(WasiErrno.NOTCAPABLE, wasi.open(3, 1, "../out/file", 0, Caller.READ));
      assertEquals(0, wasi.open(3, 1, "file", 0, Caller.READ));
      assertEquals(0, wasi.call("fd_renumber", 1, 3));
      assertEquals(WasiErrno.NOTDIR, wasi.open(3, 1, "file", 0, Caller.READ));
      assertEquals(WasiErrno.BADF, wasi.write(1, "x"));
      assertEquals(0, wasi.write(3, "x"));
    }
  }

  @Test
  void filesMoveBetweenGrantedFoldersAndLinksLeadNoFurther() throws IOException {
    Path second = Files.createDirectories(disk.resolve("second/deep"));
    FakeGuest guest = FakeGuest.granted("/", folder);
    guest.folders.put("/second", second);
    try (Caller wasi = new Caller(guest)) {
      assertEquals(0, wasi.call("path_rename", 3, "d/file", 4, "moved"));
      assertEquals("own", Files.readString(second.resolve("moved")));
      assertEquals(0, wasi.call("path_link", 4, 0, "moved", 3, "d/file"));
      assertEquals(0, wasi.call("path_symlink", "../d/file", 3, "d/up"));
      assertEquals(0, wasi.call("path_rename", 3, "d/up", 4, "up"));
      assertEquals(WasiErrno.NOTCAPABLE, wasi.open(4, 1, "up", 0, Caller.READ));
      assertEquals(WasiErrno.INVAL, wasi.call("path_rename", 3, "d", 3, "d/x"));
      assertEquals(WasiErrno.NOTCAPABLE, wasi.call("path_rename", 3, "d", 4, "../x"));
    }
  }

  @Test
  void whatIsNotGrantedIsNotTold() {
    try (Caller wasi = new Caller(new FakeGuest())) {
      for (int number = 3; number < 2000; number++) {
        assertEquals(WasiErrno.BADF, wasi.call("fd_prestat_get", number, Caller.RESULT));
        assertEquals(WasiErrno.BADF, wasi.call("fd_filestat_get", number, Caller.RESULT));
      }
      for (int stream = 0; stream < 3; stream++) {
        assertEquals(0, wasi.call("fd_filestat_get", stream, Caller.RESULT));
        byte[] stat = wasi.guest.memory.bytes(Caller.RESULT, FileStat.SIZE);
        byte[] nothing = new byte[FileStat.SIZE];
        nothing[16] = FileStat.CHARACTER_DEVICE;
        assertArrayEquals(nothing, stat, "no device, inode or time of the host's");
      }
      assertEquals(0, wasi.call("clock_time_get", 1, 0L, Caller.RESULT));
      assertTrue(wasi.longResult() < 60_000_000_000L, "time since the start, not the host's");
    }
  }

  @Test
  void theGrantedFoldersNameIsTheGuestsOnly() {
    try (Caller wasi = new Caller(FakeGuest.granted("/data", folder))) {
      assertEquals(0, wasi.call("fd_prestat_get", 3, Caller.RESULT));
      assertEquals(5, wasi.guest.memory.readInt(Caller.RESULT + 4));
      for (String link : new String[] {"out", "out/", "out/."}) {
        assertEquals(
            WasiErrno.NOTCAPABLE,
            wasi.call("path_readlink", 3, link, Caller.BUFFER, 4096, Caller.RESULT));
      }
      assertEquals(0, wasi.guest.memory.readInt(Caller.BUFFER), "nothing of it was written");
    }
  }
}
