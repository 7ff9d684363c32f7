package org.dylink.toolchain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SysrootTest {
  private static final Path EXAMPLES = Path.of("../example-bundles");

  @TempDir private static Path cache;
  private static Sysroot unpacked;

  @TempDir private Path home;

  @BeforeAll
  static void unpack() throws ToolchainException {
    unpacked = Sysroot.unpacked(Map.of("DYLINK_CACHE", cache.toString()), cache);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', .cache/dylink",
    "'', x, x/dylink",
    "own, x, own",
    "none, x, x/dylink",
    "none, '', .cache/dylink"
  })
  void isUnpackedWhereDylinkKeepsThings(String own, String shared, String expected)
      throws Exception {
    Map<String, String> environment =
        Map.of(
            "DYLINK_CACHE",
            own.equals("own") ? home.resolve(own).toString() : own,
            "XDG_CACHE_HOME",
            shared.isEmpty() ? "" : home.resolve(shared).toString());
    Path folder = home.resolve(expected);
    // Another one has been here: it is taken as it is.
    Path there = Files.createDirectories(folder.resolve(unpacked.folder().getFileName()));
    assertEquals(there, Sysroot.unpacked(environment, home).folder());
  }

  @Test
  void hasTheLibrariesOfTheBundles() throws Exception {
    for (boolean threads : new boolean[] {false, true}) {
      for (String library : List.of("libc", "libcxx")) {
        String bundle = library + (threads ? "-threads" : "");
        for (Path file : files(EXAMPLES.resolve(bundle + "/src/main/resources/lib"))) {
          Path copy = unpacked.libraries(threads).resolve(file.getFileName());
          assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(copy), copy.toString());
        }
      }
      assertTrue(Files.exists(unpacked.libraries(threads).resolve("crt1-command.o")));
      assertTrue(Files.exists(unpacked.libraries(threads).resolve("libm.a")));
    }
  }

  @Test
  void severalAtOnceLeaveOne() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Callable<Sysroot> unpack = () -> Sysroot.unpacked(Map.of(), home);
      Path folder = home.resolve(".cache/dylink");
      for (Future<Sysroot> task : threads.invokeAll(List.of(unpack, unpack))) {
        assertEquals(files(folder), List.of(task.get().folder()));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws Exception {
    Path file = Files.writeString(home.resolve("file"), "");
    Map<String, String> environment = Map.of("DYLINK_CACHE", file.resolve("sub").toString());
    ToolchainException refusal =
        assertThrows(ToolchainException.class, () -> Sysroot.unpacked(environment, home));
    String start = "headers and libc: " + file + "/sub: ";
    assertEquals(start, refusal.getMessage().substring(0, start.length()));
  }
}
