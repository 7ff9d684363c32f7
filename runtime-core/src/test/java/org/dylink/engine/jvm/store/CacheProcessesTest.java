package org.dylink.engine.jvm.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JVMs that share a cache's folder, and those that are killed while they write to it. */
class CacheProcessesTest {
  private static final int KILLED = Integer.getInteger("dylink.cache.kills", 4);

  @TempDir private Path folder;
  private final List<String> ignored = new ArrayList<>();

  private ClassStore load() {
    Path used = folder.resolve("cache");
    return new CacheFolder(used, 256 << 20, (store, reason) -> ignored.add(reason))
        .load(CacheWriter.KEY);
  }

  private Process start(String name, int rounds) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            CacheWriter.class.getName(),
            folder.resolve("cache").toString(),
            name,
            String.valueOf(rounds))
        .redirectErrorStream(true)
        .start();
  }

  private static BufferedReader output(Process process) {
    return process.inputReader(StandardCharsets.UTF_8);
  }

  /** Whatever is there is what somebody has put there. */
  private void assertWhole() throws UnfitStoreException {
    ClassStore store = load();
    assertEquals(List.of(), ignored);
    for (String name : store.names()) {
      assertArrayEquals(CacheWriter.contents(name), store.get(name), name);
    }
  }

  @Test
  void twoWriteAtOnce() throws Exception {
    int rounds = 10 * KILLED;
    List<Process> both = List.of(start("a", rounds), start("b", rounds));
    for (Process each : both) {
      try (BufferedReader out = output(each)) {
        List<String> lines = out.lines().filter(line -> !line.startsWith("round ")).toList();
        assertEquals(List.of("done"), lines);
      }
      assertTrue(each.waitFor(60, TimeUnit.SECONDS));
    }
    assertWhole();
    Set<String> names = load().names();
    assertTrue(names.size() >= 12, names.toString());
  }

  @Test
  void aProcessIsKilledWhileItWrites() throws Exception {
    for (int i = 0; i < KILLED; i++) {
      Process process = start("k", Integer.MAX_VALUE);
      try (BufferedReader out = output(process)) {
        // Each time in another round: the first makes the folder and its key.
        for (int round = 0; round <= i; round++) {
          assertEquals("round " + round, out.readLine());
        }
        process.destroyForcibly();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      }
      assertWhole();
    }
    Process last = start("after", 1);
    try (Stream<String> lines = output(last).lines()) {
      assertEquals(List.of("round 0", "done"), lines.toList());
    }
    assertTrue(load().names().contains("after0"));
  }
}
