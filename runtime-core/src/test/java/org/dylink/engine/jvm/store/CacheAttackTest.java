package org.dylink.engine.jvm.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What others may do to a cache's folder: nothing but saved time comes from it, or not even that.
 */
class CacheAttackTest {
  private static final StoreKey Z = new StoreKey("v1", "libz.so", "0123456789abcdef");
  private static final StoreKey PNG = new StoreKey("v1", "libpng.so", "fedcba9876543210");
  private static final byte[] GOOD = {1, 2, 3};
  private static final byte[] EVIL = {6, 6, 6};

  @TempDir private Path base;
  private Path folder;
  private final List<String> ignored = new ArrayList<>();

  @BeforeEach
  void save() {
    folder = base.resolve("cache");
    cache().save(Z, classes(GOOD));
    assertEquals(List.of(), ignored);
  }

  private CacheFolder cache() {
    return new CacheFolder(folder, 1 << 20, this::note);
  }

  private void note(String store, String reason) {
    ignored.add(Path.of(store).getFileName() + ": " + reason);
  }

  private static ClassStore classes(byte[] bytes) {
    return ClassStore.of(Map.of("17", bytes));
  }

  private static String name(StoreKey key) {
    return key.module() + "-" + key.digest() + "-v1.classes";
  }

  private Path file(StoreKey key) {
    return folder.resolve(name(key));
  }

  private void assertNothingKept(StoreKey key, String reason) {
    ignored.clear();
    assertEquals(Set.of(), cache().load(key).names());
    assertEquals(List.of(reason), ignored);
  }

  private void assertGood() throws UnfitStoreException {
    ignored.clear();
    assertArrayEquals(GOOD, cache().load(Z).get("17"));
    assertEquals(List.of(), ignored);
  }

  @Test
  void aFileWithAnyBitFlippedIsIgnored() throws IOException {
    byte[] intact = Files.readAllBytes(file(Z));
    for (int bit = 0; bit < 8 * intact.length; bit++) {
      byte[] flipped = intact.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file(Z), flipped);
      assertNothingKept(Z, name(Z) + ": not sealed with the folder's key");
    }
  }

  @Test
  void aFileThatEndsAnywhereIsIgnored() throws IOException {
    byte[] intact = Files.readAllBytes(file(Z));
    for (int size = 0; size < intact.length; size++) {
      Files.write(file(Z), Arrays.copyOf(intact, size));
      assertNothingKept(Z, name(Z) + ": not sealed with the folder's key");
    }
  }

  @Test
  void aForgedFileWithRightChecksumsIsIgnored() throws Exception {
    Files.write(file(Z), classes(EVIL).write(Z));
    assertNothingKept(Z, name(Z) + ": not sealed with the folder's key");
    cache().save(Z, classes(GOOD));
    assertGood();
  }

  @Test
  void aFileOfAnotherCacheIsIgnored() throws IOException {
    Path other = base.resolve("other");
    new CacheFolder(other, 1 << 20, this::note).save(Z, classes(EVIL));
    Files.copy(other.resolve(name(Z)), file(Z), StandardCopyOption.REPLACE_EXISTING);
    assertNothingKept(Z, name(Z) + ": not sealed with the folder's key");
  }

  @Test
  void swappedFilesAreIgnored() throws Exception {
    cache().save(PNG, classes(EVIL));
    Path aside = folder.resolve("aside");
    Files.move(file(Z), aside);
    Files.move(file(PNG), file(Z));
    Files.move(aside, file(PNG));
    assertNothingKept(Z, name(Z) + ": made for a module of another name");
    assertNothingKept(PNG, name(PNG) + ": made for a module of another name");
  }

  @Test
  void whatWasSealedWithALostKeyIsIgnored() throws Exception {
    Files.delete(folder.resolve(FolderKey.FILE));
    ignored.clear();
    assertEquals(Set.of(), cache().load(Z).names());
    cache().save(Z, classes(GOOD));
    assertGood();
  }

  @Test
  void aKeyThatIsNoneIsReplaced() throws Exception {
    Files.write(folder.resolve(FolderKey.FILE), new byte[3]);
    assertNothingKept(Z, name(Z) + ": the folder's key has not 32 bytes");
    cache().save(Z, classes(GOOD));
    assertGood();
  }

  @Test
  void theFolderAndTheKeyAreTheUsersAlone() throws IOException {
    assumePosix();
    assertEquals("rwx------", permissions(folder));
    assertEquals("rw-------", permissions(folder.resolve(FolderKey.FILE)));
    assertEquals("rw-------", permissions(file(Z)));
  }

  @Test
  void aFolderThatOthersMayWriteIsNotUsed() throws Exception {
    assumePosix();
    for (String permissions : List.of("rwxrwx---", "rwx----w-", "rwxrwxrwx")) {
      permit(folder, permissions);
      assertNothingKept(Z, name(Z) + ": others may write it: " + permissions);
      ignored.clear();
      cache().save(PNG, classes(GOOD));
      assertEquals(List.of("cache: others may write it: " + permissions), ignored);
      assertFalse(Files.exists(file(PNG)));
    }
    permit(folder, "rwxr-xr-x");
    assertGood();
  }

  @Test
  void aFileThatOthersMayWriteIsNotUsed() throws Exception {
    assumePosix();
    permit(file(Z), "rw-rw----");
    assertNothingKept(Z, name(Z) + ": others may write it: rw-rw----");
    permit(file(Z), "rw-------");
    permit(folder.resolve(FolderKey.FILE), "rw-----w-");
    assertNothingKept(Z, name(Z) + ": others may write it: rw-----w-");
    cache().save(Z, classes(GOOD));
    assertGood();
  }

  @Test
  void aLinkIsNoFile() throws Exception {
    assumePosix();
    Path elsewhere = base.resolve("elsewhere");
    Files.move(file(Z), elsewhere);
    Files.createSymbolicLink(file(Z), elsewhere);
    assertNothingKept(Z, name(Z) + ": not a regular file");
    cache().save(Z, classes(GOOD));
    assertGood();
  }

  @Test
  void aPipeIsNotWaitedFor() throws Exception {
    assumePosix();
    Files.delete(file(Z));
    Process made = new ProcessBuilder("mkfifo", file(Z).toString()).start();
    assumeTrue(made.waitFor() == 0, "mkfifo is missing");
    assertNothingKept(Z, name(Z) + ": not a regular file");
    cache().save(Z, classes(GOOD));
    assertGood();
  }

  @Test
  void aFolderInTheFilesPlaceIsReported() throws IOException {
    Files.delete(file(Z));
    Files.createDirectories(file(Z).resolve("full"));
    assertNothingKept(Z, name(Z) + ": not a regular file");
    ignored.clear();
    cache().save(Z, classes(GOOD));
    assertEquals(2, ignored.size(), ignored.toString());
    assertEquals(0, unfinished());
  }

  @Test
  void aFullDiskLeavesWhatWasThere() throws Exception {
    byte[] added = new byte[300];
    new Random(1).nextBytes(added); // they cannot be deflated
    for (int room = 0; room < 200; room++) {
      int bytes = room;
      ignored.clear();
      CacheFolder full =
          new CacheFolder(folder, 1 << 20, this::note, (file, all) -> write(file, all, bytes));
      full.save(Z, ClassStore.of(Map.of("18", added)));
      assertEquals(List.of(name(Z) + ": java.io.IOException: No space left on device"), ignored);
      assertEquals(0, unfinished());
      assertGood();
    }
  }

  @Test
  void aDiskThatIsFullFromTheBeginningLeavesNothing() throws IOException {
    folder = base.resolve("new");
    CacheFolder full =
        new CacheFolder(folder, 1 << 20, this::note, (file, all) -> write(file, all, 16));
    full.save(Z, classes(GOOD));
    assertEquals(List.of(name(Z) + ": java.io.IOException: No space left on device"), ignored);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(), files.toList());
    }
  }

  private static void write(Path file, byte[] all, int room) throws IOException {
    Files.write(file, Arrays.copyOf(all, Math.min(room, all.length)));
    if (room < all.length) {
      throw new IOException("No space left on device");
    }
  }

  private long unfinished() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(each -> each.toString().endsWith(CacheFolder.UNFINISHED)).count();
    }
  }

  private static void assumePosix() {
    assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
        "files have no POSIX permissions here");
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static void permit(Path file, String permissions) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }
}
