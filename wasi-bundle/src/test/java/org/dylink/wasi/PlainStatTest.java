package org.dylink.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of a file system without the attributes of a Unix: a zip file's, as there is no Windows
 * here.
 */
class PlainStatTest {
  @TempDir Path folder;

  @Test
  void tellsWhatThereIs() throws IOException {
    try (FileSystem zip = zip()) {
      Path file = Files.writeString(zip.getPath("/a.txt"), "12345");
      Files.setLastModifiedTime(file, FileTime.from(1_000, TimeUnit.SECONDS));
      FileStat stat = FileStat.of(file);
      assertEquals(FileStat.REGULAR_FILE, stat.type());
      assertEquals(5, stat.size());
      assertEquals(1, stat.links());
      assertEquals(1_000_000_000_000L, stat.modified());
      assertEquals(stat.modified(), stat.changed());
      assertEquals(FileStat.DIRECTORY, FileStat.of(zip.getPath("/")).type());
      assertNull(FileStat.find(zip.getPath("/none")));
    }
  }

  @Test
  void knowsAFileByItsName() throws IOException {
    try (FileSystem zip = zip()) {
      Path file = Files.writeString(zip.getPath("/a.txt"), "12345");
      Path other = Files.writeString(zip.getPath("/b.txt"), "12345");
      FileStat stat = FileStat.of(file);
      assertTrue(stat.sameFile(FileStat.of(zip.getPath("/./a.txt"))));
      assertFalse(stat.sameFile(FileStat.of(other)));
    }
  }

  @Test
  void aLinkIsToldFromWhatItLeadsTo() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "12345");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    FileStat itself = PlainStat.of(link, LinkOption.NOFOLLOW_LINKS);
    assertEquals(FileStat.SYMBOLIC_LINK, itself.type());
    assertTrue(PlainStat.of(link).sameFile(PlainStat.of(file)));
    assertFalse(itself.sameFile(PlainStat.of(file)));
  }

  private FileSystem zip() throws IOException {
    return FileSystems.newFileSystem(folder.resolve("files.zip"), Map.of("create", "true"));
  }
}
