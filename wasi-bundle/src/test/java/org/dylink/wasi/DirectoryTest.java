package org.dylink.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading a folder. */
class DirectoryTest {
  private static final int HEAD = 24;

  @TempDir Path temporary;
  private Path folder;
  private Caller wasi;

  @BeforeEach
  void open() throws IOException {
    folder = Files.createDirectory(temporary.resolve("granted"));
    wasi = new Caller(FakeGuest.granted("/", folder));
  }

  @Test
  void listsNamesAndTypes() throws IOException {
    Files.writeString(folder.resolve("file"), "");
    Files.createDirectory(folder.resolve("sub"));
    Files.createSymbolicLink(folder.resolve("outside"), Path.of("/etc"));
    Files.createSymbolicLink(folder.resolve("nowhere"), Path.of("missing"));
    assertEquals(
        Map.of(".", 3, "..", 3, "file", 4, "sub", 3, "outside", 7, "nowhere", 7), list(4096));
  }

  @Test
  void listsInSmallPieces() throws IOException {
    for (int i = 0; i < 100; i++) {
      Files.writeString(folder.resolve("file" + i), "");
    }
    assertEquals(102, list(64).size());
  }

  @Test
  void aProgramMayDeleteWhatItReads() throws IOException {
    for (int i = 0; i < 50; i++) {
      Files.writeString(folder.resolve("file" + i), "");
    }
    long cookie = 0;
    List<String> deleted = new ArrayList<>();
    do {
      assertEquals(0, readdir(64, cookie));
      List<Entry> entries = entries();
      for (Entry entry : entries) {
        cookie = entry.next();
        if (entry.type() == FileStat.REGULAR_FILE) {
          assertEquals(0, wasi.call("path_unlink_file", 3, entry.name()));
          deleted.add(entry.name());
        }
      }
    } while (wasi.result() == 64);
    assertEquals(50, deleted.size());
    assertEquals(Map.of(".", 3, "..", 3), list(4096));
  }

  @Test
  void tellsNothingAboutTheFolderAbove() {
    assertEquals(0, readdir(4096, 0));
    List<Entry> entries = entries();
    assertEquals(entries.get(0).inode(), entries.get(1).inode());
  }

  @Test
  void refusesBadArguments() throws IOException {
    int file = wasi.opened("new", Caller.CREATE, Caller.WRITE);
    assertEquals(WasiErrno.INVAL, readdir(100, -1));
    assertEquals(WasiErrno.FAULT, readdir(-1, 0));
    assertEquals(0, readdir(100, Long.MAX_VALUE));
    assertEquals(0, wasi.result());
    assertEquals(
        WasiErrno.NOTDIR, wasi.call("fd_readdir", file, Caller.BUFFER, 9, 0L, Caller.RESULT));
    assertEquals(WasiErrno.NOTDIR, wasi.call("fd_readdir", 1, Caller.BUFFER, 9, 0L, Caller.RESULT));
  }

  private record Entry(long next, long inode, int type, String name) {}

  private Map<String, Integer> list(int size) {
    Map<String, Integer> found = new TreeMap<>();
    long cookie = 0;
    do {
      assertEquals(0, readdir(size, cookie));
      for (Entry entry : entries()) {
        found.put(entry.name(), entry.type());
        cookie = entry.next();
      }
    } while (wasi.result() == size);
    return found;
  }

  private int readdir(int size, long cookie) {
    return wasi.call("fd_readdir", 3, Caller.BUFFER, size, cookie, Caller.RESULT);
  }

  /** The entries that were read whole. */
  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    ByteBuffer read =
        ByteBuffer.wrap(wasi.guest.memory.bytes(Caller.BUFFER, wasi.result()))
            .order(ByteOrder.LITTLE_ENDIAN);
    while (read.remaining() >= HEAD) {
      long next = read.getLong();
      long inode = read.getLong();
      byte[] name = new byte[read.getInt()];
      int type = read.getInt();
      if (read.remaining() < name.length) {
        break;
      }
      read.get(name);
      entries.add(new Entry(next, inode, type, new String(name, StandardCharsets.UTF_8)));
    }
    return entries;
  }
}
