package org.dylink.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ClassFolderTest {
  @TempDir private Path home;

  private String of(Map<String, String> environment) {
    return ClassFolder.of(environment, home.toString());
  }

  @Test
  void isInTheUsersCacheFolder() {
    Path expected = home.resolve(".cache/dylink");
    assertEquals(expected.toString(), of(Map.of()));
    assertEquals(expected.toString(), of(Map.of("XDG_CACHE_HOME", "")));
    assertEquals(expected.toString(), of(Map.of("XDG_CACHE_HOME", "relative")));
    assertEquals(expected.toString(), of(Map.of("DYLINK_CACHE", "")));
  }

  @Test
  void isWhereTheEnvironmentSays() {
    String xdg = home.resolve("xdg").toString();
    String own = home.resolve("own").toString();
    assertEquals(
        xdg + "/dylink".replace("/", home.getFileSystem().getSeparator()),
        of(Map.of("XDG_CACHE_HOME", xdg)));
    assertEquals(own, of(Map.of("XDG_CACHE_HOME", xdg, "DYLINK_CACHE", own)));
  }

  @Test
  void isNowhereIfItIsNotWanted() {
    assertEquals("none", of(Map.of("DYLINK_CACHE", "none")));
    assertFalse(Files.exists(home.resolve(".cache")));
  }

  @Test
  void isNowhereIfItCannotBe() throws IOException {
    Path file = Files.writeString(home.resolve("file"), "");
    assertEquals("none", of(Map.of("DYLINK_CACHE", file.resolve("sub").toString())));
    assertEquals("none", of(Map.of("DYLINK_CACHE", "\0")));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void belongsToTheUserAlone() throws IOException {
    Path folder = Path.of(of(Map.of()));
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
  }
}
