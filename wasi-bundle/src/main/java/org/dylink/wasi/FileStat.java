package org.dylink.wasi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * {@code filestat} of WASI preview 1 (typenames.witx). Times are nanoseconds since 1970.
 *
 * @param device the file system's number; with {@code inode}, what makes a file this file
 * @param type {@code filetype}: one of the constants here
 * @param size in bytes
 */
record FileStat(
    long device,
    long inode,
    int type,
    long links,
    long size,
    long accessed,
    long modified,
    long changed) {
  static final int SIZE = 64;

  static final int UNKNOWN = 0;
  static final int BLOCK_DEVICE = 1;
  static final int CHARACTER_DEVICE = 2;
  static final int DIRECTORY = 3;
  static final int REGULAR_FILE = 4;
  static final int SYMBOLIC_LINK = 7;

  // The type in st_mode (POSIX sys/stat.h; the numbers are those of Linux, BSD and macOS).
  private static final int MODE_TYPE = 0xf000;
  private static final int MODE_CHARACTER_DEVICE = 0x2000;
  private static final int MODE_DIRECTORY = 0x4000;
  private static final int MODE_BLOCK_DEVICE = 0x6000;
  private static final int MODE_REGULAR_FILE = 0x8000;
  private static final int MODE_SYMBOLIC_LINK = 0xa000;

  private static final String VIEW = "unix";
  private static final String ATTRIBUTES =
      VIEW + ":dev,ino,mode,nlink,size,lastAccessTime,lastModifiedTime,ctime";

  /**
   * Looks at a file; a symbolic link is not followed.
   *
   * @throws IOException if it is not there, or may not be looked at
   */
  static FileStat of(Path path) throws IOException {
    return path.getFileSystem().supportedFileAttributeViews().contains(VIEW)
        ? of(Files.readAttributes(path, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS))
        : PlainStat.of(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** The same for what is there, or null if nothing is. */
  static FileStat find(Path path) throws IOException {
    try {
      return of(path);
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** Looks at what is open, by the host's link to it. */
  static FileStat ofOpen(Path link) throws IOException {
    return of(Files.readAttributes(link, ATTRIBUTES));
  }

  private static FileStat of(Map<String, Object> found) {
    return new FileStat(
        number(found, "dev"),
        number(found, "ino"),
        type((int) number(found, "mode")),
        number(found, "nlink"),
        number(found, "size"),
        time(found, "lastAccessTime"),
        time(found, "lastModifiedTime"),
        time(found, "ctime"));
  }

  boolean isFolder() {
    return type == DIRECTORY;
  }

  boolean isLink() {
    return type == SYMBOLIC_LINK;
  }

  boolean sameFile(FileStat other) {
    return device == other.device && inode == other.inode;
  }

  /** The same file, whose last name is gone. */
  FileStat unlinked(long newSize) {
    return new FileStat(device, inode, type, 0, newSize, accessed, modified, changed);
  }

  FileStat withTimes(long newAccessed, long newModified) {
    return new FileStat(device, inode, type, links, size, newAccessed, newModified, changed);
  }

  void write(GuestMemory memory, int address) {
    memory.writeLong(address, device);
    memory.writeLong(address + 8, inode);
    memory.writeLong(address + 16, type); // one byte and padding
    memory.writeLong(address + 24, links);
    memory.writeLong(address + 32, size);
    memory.writeLong(address + 40, accessed);
    memory.writeLong(address + 48, modified);
    memory.writeLong(address + 56, changed);
  }

  private static long number(Map<String, Object> attributes, String name) {
    return ((Number) attributes.get(name)).longValue();
  }

  private static long time(Map<String, Object> attributes, String name) {
    return ((FileTime) attributes.get(name)).to(TimeUnit.NANOSECONDS);
  }

  private static int type(int mode) {
    return switch (mode & MODE_TYPE) {
      case MODE_CHARACTER_DEVICE -> CHARACTER_DEVICE;
      case MODE_DIRECTORY -> DIRECTORY;
      case MODE_BLOCK_DEVICE -> BLOCK_DEVICE;
      case MODE_REGULAR_FILE -> REGULAR_FILE;
      case MODE_SYMBOLIC_LINK -> SYMBOLIC_LINK;
      default -> UNKNOWN;
    };
  }
}
