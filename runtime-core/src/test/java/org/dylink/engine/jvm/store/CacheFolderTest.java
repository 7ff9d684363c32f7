package org.dylink.engine.jvm.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {
  private static final StoreKey Z = new StoreKey("v1", "libz.so", "0123456789abcdef0123");
  private static final StoreKey PNG = new StoreKey("v1", "../lib png", "fedcba98");

  @TempDir private Path folder;
  private final List<String> ignored = new ArrayList<>();

  private CacheFolder cache() {
    return cache(1 << 20);
  }

  private CacheFolder cache(long limit) {
    return new CacheFolder(
        folder,
        limit,
        (store, reason) -> ignored.add(Path.of(store).getFileName() + ": " + reason));
  }

  private static ClassStore classes(String name, int size) {
    return ClassStore.of(Map.of(name, bytes(size)));
  }

  // They cannot be deflated.
  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(each -> each.getFileName().toString())
          .filter(each -> !each.equals(FolderKey.FILE))
          .sorted()
          .toList();
    }
  }

  private Path file() throws IOException {
    return folder.resolve(files().get(0));
  }

  @Test
  void keepsClassesForTheNextRun() throws Exception {
    cache().save(Z, classes("17", 3));
    assertArrayEquals(bytes(3), cache().load(Z).get("17"));
    assertEquals(List.of("libz.so-0123456789abcdef-v1.classes"), files());
    assertEquals(List.of(), ignored);
  }

  @Test
  void hasNothingForAModuleThatIsNew() {
    assertEquals(Set.of(), cache().load(Z).names());
    assertEquals(List.of(), ignored);
  }

  @Test
  void makesTheFolderWhenItIsNeeded() {
    Path deep = folder.resolve("a/b");
    CacheFolder cache = new CacheFolder(deep, 1 << 20, (store, reason) -> ignored.add(reason));
    assertEquals(Set.of(), cache.load(Z).names());
    assertFalse(Files.exists(deep));
    cache.save(Z, classes("17", 3));
    assertEquals(Set.of("17"), cache.load(Z).names());
  }

  @Test
  void addsToWhatIsThere() {
    cache().save(Z, classes("17", 3));
    cache().save(Z, classes("18", 3));
    assertEquals(Set.of("17", "18"), cache().load(Z).names());
  }

  @Test
  void keepsModulesApart() throws IOException {
    cache().save(Z, classes("17", 3));
    cache().save(PNG, classes("1", 3));
    assertEquals(Set.of("1"), cache().load(PNG).names());
    assertEquals(
        List.of(".._lib_png-fedcba98-v1.classes", "libz.so-0123456789abcdef-v1.classes"), files());
  }

  @Test
  void ignoresAndReplacesAFileOfAnotherModule() throws IOException {
    cache().save(Z, classes("17", 3));
    // What decides is the key in the file: the file's name has only the start of it.
    StoreKey alike = new StoreKey("v1", "libz.so", "0123456789abcdef9999");
    assertEquals(Set.of(), cache().load(alike).names());
    assertEquals(List.of("libz.so-0123456789abcdef-v1.classes: made from another module"), ignored);
    cache().save(alike, classes("18", 3));
    assertEquals(Set.of("18"), cache().load(alike).names());
  }

  @Test
  void ignoresAndReplacesADamagedFile() throws IOException {
    cache().save(Z, classes("17", 3));
    Files.write(file(), new byte[] {0, 1});
    assertEquals(Set.of(), cache().load(Z).names());
    assertEquals(
        List.of("libz.so-0123456789abcdef-v1.classes: not sealed with the folder's key"), ignored);
    cache().save(Z, classes("18", 3));
    assertEquals(Set.of("18"), cache().load(Z).names());
  }

  @Test
  void reportsAFolderThatCannotBe() throws IOException {
    Files.writeString(folder.resolve("file"), "");
    Path inFile = folder.resolve("file/cache");
    CacheFolder cache = new CacheFolder(inFile, 1 << 20, (store, reason) -> ignored.add(reason));
    assertEquals(Set.of(), cache.load(Z).names());
    ignored.clear();
    cache.save(Z, classes("17", 3));
    assertEquals(1, ignored.size(), ignored.toString());
  }

  @Test
  void keepsClassesDeflated() throws IOException, UnfitStoreException {
    byte[] zeros = new byte[100_000];
    cache().save(Z, ClassStore.of(Map.of("17", zeros)));
    assertTrue(Files.size(file()) < 1_000, Files.size(file()) + " bytes");
    assertArrayEquals(zeros, cache().load(Z).get("17"));
  }

  @Test
  void deletesWhatWasUsedLongestAgo() throws IOException {
    CacheFolder cache = cache(2_500);
    StoreKey[] keys =
        IntStream.range(0, 3)
            .mapToObj(i -> new StoreKey("v1", "m" + i, "0"))
            .toArray(StoreKey[]::new);
    cache.save(keys[0], classes("1", 1_000));
    age("m0", 300);
    cache.save(keys[1], classes("1", 1_000));
    age("m1", 200);
    cache.load(keys[0]);
    cache.save(keys[2], classes("1", 1_000));
    assertEquals(List.of("m0-0-v1.classes", "m2-0-v1.classes"), files());
  }

  @Test
  void deletesWhatAnEndedProcessHasLeft() throws IOException {
    cache().save(Z, classes("17", 3));
    Files.writeString(folder.resolve("old.unfinished"), "");
    Files.writeString(folder.resolve("new.unfinished"), "");
    Files.writeString(folder.resolve("notes.txt"), "");
    age("old", 3_700);
    age("notes", 3_700);
    cache().save(Z, classes("18", 3));
    assertEquals(
        List.of("libz.so-0123456789abcdef-v1.classes", "new.unfinished", "notes.txt"), files());
  }

  private void age(String start, int seconds) throws IOException {
    for (String file : files()) {
      if (file.startsWith(start)) {
        FileTime time = FileTime.from(Instant.now().minusSeconds(seconds));
        Files.setLastModifiedTime(folder.resolve(file), time);
      }
    }
  }

  @Test
  void staysWholeWhenManyWriteAtOnce() {
    List<CompletableFuture<Void>> writers =
        IntStream.range(0, 8).mapToObj(i -> CompletableFuture.runAsync(() -> write(i))).toList();
    writers.forEach(CompletableFuture::join);
    assertTrue(cache().load(Z).names().size() >= 20, cache().load(Z).names().toString());
    assertEquals(List.of(), ignored);
  }

  /** As a process of its own would: through an object of its own. */
  private void write(int writer) {
    CacheFolder cache = cache();
    for (int i = 0; i < 20; i++) {
      cache.save(Z, classes(writer + "." + i, 100));
      cache.load(Z);
    }
  }
}
