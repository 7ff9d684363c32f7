package org.dylink.engine.jvm.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a folder is known before anything is written there. */
class FolderOutlookTest {
  private static final long ROOM = 1 << 20;

  @TempDir private Path parent;
  private Path folder;

  @BeforeEach
  void name() {
    folder = parent.resolve("cache");
  }

  private Optional<String> problem() {
    return FolderOutlook.problem(folder, each -> ROOM);
  }

  private Optional<String> says(String reason) {
    return Optional.of(folder + ": " + reason);
  }

  private static void setPermissions(Path path, String permissions) throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  @Test
  void oneThatIsThereOrCanBeMadeHasNoneAndIsNotMade() throws IOException {
    assertEquals(Optional.empty(), problem());
    folder = parent.resolve("a/b/c");
    assertEquals(Optional.empty(), problem());
    try (Stream<Path> made = Files.list(parent)) {
      assertEquals(List.of(), made.toList());
    }
    folder = Files.createDirectory(parent.resolve("there"));
    assertEquals(Optional.empty(), problem());
  }

  @Test
  void othersMayWriteIt() throws IOException {
    setPermissions(Files.createDirectory(folder), "rwxrwxrwx");
    assertEquals(says("others may write it: rwxrwxrwx"), problem());
    setPermissions(folder, "rwxrwxr-x");
    assertEquals(says("others may write it: rwxrwxr-x"), problem());
    setPermissions(folder, "rwxr-xr-x");
    assertEquals(Optional.empty(), problem());
  }

  @Test
  void aLinkToItIsAsItIs() throws IOException {
    Path real = Files.createDirectory(parent.resolve("real"));
    setPermissions(real, "rwxrwxrwx");
    Files.createSymbolicLink(folder, real);
    assertEquals(says("others may write it: rwxrwxrwx"), problem());
    setPermissions(real, "rwx------");
    assertEquals(Optional.empty(), problem());
    Files.delete(real);
    assertEquals(says("is no folder"), problem());
  }

  @Test
  void aFileIsInItsPlaceOrInThatOfAFolderAboveIt() throws IOException {
    Files.createFile(folder);
    assertEquals(says("is no folder"), problem());
    Path file = folder;
    folder = folder.resolve("a/b");
    assertEquals(says(file + ": is no folder"), problem());
  }

  @Test
  void nobodyMayWriteIt() throws IOException {
    setPermissions(Files.createDirectory(folder), "r-xr-xr-x");
    assumeFalse(Files.isWritable(folder), "root may write everywhere");
    assertEquals(says("cannot be written to"), problem());
    Path readOnly = folder;
    folder = folder.resolve("a");
    assertEquals(says(readOnly + ": cannot be written to"), problem());
  }

  @Test
  void itsDiskIsFull() throws IOException {
    assertEquals(
        says(parent + ": the disk is full"), FolderOutlook.problem(folder, each -> 65_535));
    Files.createDirectory(folder);
    assertEquals(says("the disk is full"), FolderOutlook.problem(folder, each -> 0));
    assertEquals(Optional.empty(), FolderOutlook.problem(folder, each -> 65_536));
  }

  @Test
  void whatCannotBeSeenIsAProblemToo() {
    FolderOutlook.Room unknown =
        each -> {
          throw new IOException("Stale file handle");
        };
    assertEquals(
        says("java.io.IOException: Stale file handle"), FolderOutlook.problem(folder, unknown));
  }

  @Test
  void whatIsSeenIsWhatTheCacheSays() throws IOException {
    Files.createFile(folder);
    CacheFolder cache = new CacheFolder(folder, ROOM, (store, reason) -> {});
    assertEquals(says("is no folder"), cache.problem());
  }
}
