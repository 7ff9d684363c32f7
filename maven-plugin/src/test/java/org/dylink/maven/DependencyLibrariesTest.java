package org.dylink.maven;

import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DependencyLibrariesTest {
  private static final byte[] PLAIN = module("a").importMemory("env", "memory", 0).toArray();
  private static final byte[] THREADED =
      module("a").importSharedMemory("env", "memory", 0, 1).toArray();
  private static final byte[] ELF = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0};
  private static final byte[] HEADER = {'i', 'n', 't', ';'};
  private static final FileTime PAST = FileTime.fromMillis(1_600_000_000_000L);

  @TempDir private Path home;

  private Path jar(String name, Map<String, byte[]> entries) throws IOException {
    Path jar = home.resolve(name);
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return jar;
  }

  private List<String> copied(boolean threads, Path... jars) throws IOException {
    Path out = home.resolve("out");
    new DependencyLibraries(out, threads).copyFrom(List.of(jars));
    try (Stream<Path> files = Files.walk(out)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> out.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void takesLibrariesFromAnywhereAndHeadersFromOneFolder() throws Exception {
    Path jar =
        jar(
            "a.jar",
            Map.of(
                "lib/liba.so", PLAIN,
                "OSGI-INF/wasm/libb.so", PLAIN,
                "include/a/a.h", HEADER,
                "src/b.h", HEADER,
                "native/linux/libjni.so", ELF));
    assertEquals(List.of("include/a/a.h", "lib/liba.so", "lib/libb.so"), copied(false, jar));
  }

  @Test
  void takesThoseThatFitTheProgram() throws Exception {
    Path plain = jar("plain.jar", Map.of("lib/libc.so", PLAIN));
    Path threaded = jar("threaded.jar", Map.of("lib/libc.so", THREADED));
    copied(false, threaded, plain);
    assertArrayEquals(PLAIN, Files.readAllBytes(home.resolve("out/lib/libc.so")));

    copied(true, plain, threaded);
    assertArrayEquals(THREADED, Files.readAllBytes(home.resolve("out/lib/libc.so")));
  }

  @Test
  void takesTheFirstOfAName() throws Exception {
    byte[] other = module("a").importMemory("env", "memory", 7).toArray();
    copied(false, jar("1.jar", Map.of("liba.so", other)), jar("2.jar", Map.of("liba.so", PLAIN)));
    assertArrayEquals(other, Files.readAllBytes(home.resolve("out/lib/liba.so")));
  }

  @Test
  void leavesWhatIsThereAndTakesWhatHasChanged() throws Exception {
    Path copy = home.resolve("out/lib/liba.so");
    copied(false, jar("a.jar", Map.of("liba.so", PLAIN)));
    Files.setLastModifiedTime(copy, PAST);
    copied(false, jar("a.jar", Map.of("liba.so", PLAIN)));
    assertEquals(PAST, Files.getLastModifiedTime(copy));

    byte[] changed = PLAIN.clone();
    changed[changed.length - 1]++;
    copied(false, jar("a.jar", Map.of("liba.so", changed)));
    assertArrayEquals(changed, Files.readAllBytes(copy));
  }

  @Test
  void noEntryLeadsOutOfTheFolder() throws Exception {
    Path jar = jar("a.jar", Map.of("include/../../evil.h", HEADER));
    IOException refusal = assertThrows(IOException.class, () -> copied(false, jar));
    assertEquals("../../evil.h: leads out of its folder", refusal.getMessage());
    assertEquals(false, Files.exists(home.resolve("evil.h")));
  }

  @Test
  void foldersAndOtherFilesAreNoJars() throws Exception {
    Path classes = Files.createDirectories(home.resolve("classes"));
    assertEquals(List.of(), copied(false, classes, home.resolve("gone.jar")));
  }
}
