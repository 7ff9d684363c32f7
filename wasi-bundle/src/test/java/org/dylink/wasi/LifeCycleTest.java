package org.dylink.wasi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dylink.engine.host.Granted;
import org.dylink.engine.host.HostInstance;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifeCycleTest {
  @TempDir Path folder;

  @Test
  void closingMakesAllFileDescriptorsBad() {
    Caller wasi = new Caller(FakeGuest.granted("/", folder));
    int file = wasi.opened("new", Caller.CREATE, Caller.READ | Caller.WRITE);
    wasi.close();
    wasi.close();
    for (int descriptor : new int[] {0, 1, 2, 3, file}) {
      assertEquals(WasiErrno.BADF, wasi.call("fd_fdstat_get", descriptor, Caller.RESULT));
      assertEquals(WasiErrno.BADF, wasi.call("fd_filestat_get", descriptor, Caller.RESULT));
      assertEquals(WasiErrno.BADF, wasi.call("fd_close", descriptor));
      assertEquals(WasiErrno.BADF, wasi.write(descriptor, "x"));
      assertEquals(WasiErrno.BADF, wasi.read(descriptor, 1));
      assertEquals(WasiErrno.BADF, wasi.open(descriptor, 1, "new", 0, Caller.READ));
    }
    assertEquals("", wasi.guest.output());
  }

  @Test
  void closingGivesFilesBackToTheHost() throws IOException {
    Path descriptors = Path.of("/proc/self/fd");
    Assumptions.assumeTrue(Files.isDirectory(descriptors));
    Caller wasi = new Caller(FakeGuest.granted("/", folder));
    wasi.opened("new", Caller.CREATE, Caller.WRITE);
    wasi.opened("new", 0, Caller.READ);
    wasi.opened(".", Caller.DIRECTORY, Caller.ANY);
    assertEquals(4, openFiles(descriptors), "these and the granted folder");
    wasi.close();
    assertEquals(0, openFiles(descriptors));
  }

  @Test
  void programsHaveTheirOwnFiles() {
    Caller first = new Caller(FakeGuest.granted("/", folder));
    Caller second = new Caller(FakeGuest.granted("/", folder));
    int file = first.opened("new", Caller.CREATE, Caller.WRITE);
    assertEquals(WasiErrno.BADF, second.write(file, "x"));
    second.close();
    assertEquals(0, first.write(file, "x"));
  }

  @Test
  void whatWasOpenedOrClosedKeepsAProgramFromBeingCopied() {
    Caller wasi = new Caller(FakeGuest.granted("/", folder));
    assertEquals(Optional.empty(), wasi.keeps());
    int file = wasi.opened("new", Caller.CREATE, Caller.WRITE);
    assertEquals(Optional.of("file descriptor " + file + " is open"), wasi.keeps());
    assertEquals(0, wasi.call("fd_close", file));
    assertEquals(Optional.empty(), wasi.keeps());
    assertEquals(0, wasi.call("fd_close", 2));
    assertEquals(Optional.of("file descriptor 2 was closed"), wasi.keeps());
    assertEquals(2, wasi.opened("new", 0, Caller.WRITE));
    assertEquals(Optional.of("file descriptor 2 is open"), wasi.keeps());
  }

  @Test
  void tellsItsRandomBytesAsLongAsTheyAreFew() {
    Caller wasi = new Caller(new FakeGuest());
    assertArrayEquals(new byte[0], wasi.random().orElseThrow());
    assertEquals(0, wasi.call("random_get", Caller.BUFFER, 4));
    byte[] first = wasi.guest.memory.bytes(Caller.BUFFER, 4);
    assertArrayEquals(first, wasi.random().orElseThrow());
    assertEquals(0, wasi.call("random_get", Caller.BUFFER, 12));
    byte[] all = Arrays.copyOf(first, 16);
    System.arraycopy(wasi.guest.memory.bytes(Caller.BUFFER, 12), 0, all, 4, 12);
    assertArrayEquals(all, wasi.random().orElseThrow());
    assertEquals(0, wasi.call("random_get", Caller.BUFFER, 1));
    assertEquals(Optional.empty(), wasi.random());
    assertEquals(0, wasi.call("random_get", Caller.BUFFER, 0));
    assertEquals(Optional.empty(), wasi.random());
  }

  @Test
  void functionsThatOnlyLookSayAtWhat() {
    WasiLibrary wasi = new WasiLibrary();
    assertEquals(Optional.of(Set.of(Granted.ARGUMENTS)), wasi.looksAt("args_get"));
    assertEquals(Optional.of(Set.of(Granted.ENVIRONMENT)), wasi.looksAt("environ_sizes_get"));
    assertEquals(Optional.of(Set.of(Granted.FOLDERS)), wasi.looksAt("fd_prestat_dir_name"));
    assertEquals(Optional.of(Set.of(Granted.RANDOM)), wasi.looksAt("random_get"));
    assertEquals(Optional.of(Set.of()), wasi.looksAt("sched_yield"));
    for (String other : List.of("fd_write", "clock_time_get", "fd_fdstat_get", "path_open", "x")) {
      assertEquals(Optional.empty(), wasi.looksAt(other), other);
    }
  }

  @Test
  void opensBeforeTheProgramHasAMemory() {
    FakeGuest early = new FakeGuest();
    early.linked = false;
    HostInstance wasi = new WasiLibrary().open(early);
    assertEquals("()int", wasi.function("sched_yield").orElseThrow().handle().type().toString());
  }

  @Test
  void aFolderThatIsNotThereIsNotGranted() {
    Path missing = folder.resolve("missing");
    FakeGuest guest = FakeGuest.granted("/data", missing);
    UncheckedIOException thrown =
        assertThrows(UncheckedIOException.class, () -> new WasiLibrary().open(guest));
    assertEquals(
        "wasi_snapshot_preview1: folder not found: " + missing + " (/data)", thrown.getMessage());
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    FakeGuest guest = FakeGuest.granted("/data", file);
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> new WasiLibrary().open(guest));
    assertEquals("wasi_snapshot_preview1: not a folder: " + file + " (/data)", thrown.getMessage());
  }

  private long openFiles(Path descriptors) throws IOException {
    Path real = folder.toRealPath();
    try (Stream<Path> open = Files.list(descriptors)) {
      return open.filter(path -> leadsInto(path, real)).count();
    }
  }

  private static boolean leadsInto(Path descriptor, Path folder) {
    try {
      return Files.readSymbolicLink(descriptor).startsWith(folder);
    } catch (IOException e) {
      return false; // closed meanwhile
    }
  }
}
