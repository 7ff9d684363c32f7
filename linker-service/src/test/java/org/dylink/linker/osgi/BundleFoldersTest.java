package org.dylink.linker.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BundleFoldersTest {
  @Test
  void originIsTheFolderOfTheLibrary() {
    assertFolders(List.of("lib"), "$ORIGIN");
    assertFolders(List.of("lib/plugins", "lib/more"), "$ORIGIN/plugins", "${ORIGIN}/more");
  }

  @Test
  void originOfALibraryAtTheRootIsTheRoot() {
    assertEquals(List.of(""), BundleFolders.of("libfoo.so", List.of("$ORIGIN")));
    assertEquals(List.of("a"), BundleFolders.of("/libfoo.so", List.of("$ORIGIN/a/")));
  }

  @Test
  void dotsAndDoubleSlashesAreTakenOut() {
    assertFolders(
        List.of("lib/b", "", "plugins"), "$ORIGIN/./a//../b/", "$ORIGIN/..", "$ORIGIN/../plugins");
  }

  @Test
  void aFolderOutsideOfTheBundleIsNone() {
    assertFolders(List.of(), "$ORIGIN/../..", "$ORIGIN/../../../etc");
  }

  @Test
  void aPathThatLeavesTheBundleDoesNotComeBack() {
    assertFolders(List.of(), "$ORIGIN/../../lib", "$ORIGIN/a/../../../lib/plugins");
  }

  @Test
  void aFolderOfTheMachineIsNone() {
    assertFolders(List.of(), "/usr/lib", "lib", ".", "", "$LIB/x", "a/$ORIGIN");
  }

  @Test
  void originIsAWholeName() {
    assertFolders(List.of(), "$ORIGINAL", "$ORIGIN.d", "${ORIGIN}s");
  }

  @Test
  void theFolderOfALibraryIsSpelledAsItsRuntimePathWouldSpellIt() {
    assertEquals(Optional.of("lib/a"), BundleFolders.folderOf("/lib/./a/libfoo.so"));
    assertEquals(Optional.of(""), BundleFolders.folderOf("libfoo.so"));
    assertEquals(Optional.empty(), BundleFolders.folderOf("../../libfoo.so"));
  }

  private static void assertFolders(List<String> expected, String... runtimePath) {
    assertEquals(expected, BundleFolders.of("lib/libfoo.so", List.of(runtimePath)));
  }
}
