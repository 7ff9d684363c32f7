package org.dylink.machine.run;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.ref.Reference;
import java.util.Optional;
import org.dylink.engine.MemoryImage;
import org.dylink.format.MemoryType;

/**
 * What memories begin with, in a file that Linux keeps in memory, behind a page for the size of
 * each. They map it: a page is the file's, and so all theirs, until one of them writes it. Other
 * systems have no such files.
 */
final class UnnamedFile {
  private static final int CLOSE_ON_EXEC = 1;
  private static final int SHARED = 0x1;
  private static final int COPY_ON_WRITE = 0x4002; // MAP_PRIVATE and MAP_NORESERVE

  private static final Optional<MethodHandle> CREATE =
      CLibrary.handleIfThere("memfd_create", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_INT));
  private static final MethodHandle TRUNCATE =
      handle("ftruncate", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG));
  private static final MethodHandle CLOSE =
      handle("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

  private final int file; // -1 if there is none
  private final long size;

  private static MethodHandle handle(String name, FunctionDescriptor type) {
    return CREATE.isPresent() ? CLibrary.handle(name, type) : null;
  }

  private UnnamedFile(MemoryImage image) {
    size = Pages.SIZE + image.pages() * MemoryType.PAGE_SIZE;
    file = CREATE.isPresent() ? create(image) : -1;
  }

  /** The one for all memories that begin with an image. */
  static UnnamedFile of(MemoryImage image) {
    return image.form(UnnamedFile.class, UnnamedFile::new);
  }

  private int create(MemoryImage image) {
    int made = -1;
    try (Arena arena = Arena.ofConfined()) {
      long name = arena.allocateFrom("dylink").address();
      made = (int) CREATE.orElseThrow().invokeExact(name, CLOSE_ON_EXEC);
      if (made != -1 && (int) TRUNCATE.invokeExact(made, size) == 0 && fill(made, image)) {
        int open = made;
        Pages.CLEANER.register(this, () -> close(open));
        return open;
      }
    } catch (Throwable e) {
      throw CLibrary.failed(e);
    }
    close(made);
    return -1;
  }

  private boolean fill(int made, MemoryImage image) {
    long at = Pages.reserve(size);
    boolean isFilled = at != 0 && UnixPages.map(at, size, SHARED, made);
    if (isFilled) {
      long base = at + Pages.SIZE;
      image.forEach(
          (address, bytes) ->
              MemorySegment.copy(
                  bytes, 0, Raw.ALL, ValueLayout.JAVA_BYTE, base + address, bytes.length));
    }
    if (at != 0) {
      Pages.free(at, size);
    }
    return isFilled;
  }

  private static void close(int file) {
    try {
      int ignored = file == -1 ? 0 : (int) CLOSE.invokeExact(file);
      assert ignored == 0;
    } catch (Throwable e) {
      throw CLibrary.failed(e);
    }
  }

  /**
   * Maps it over reserved pages, to be read and written.
   *
   * @return how many bytes that are; 0 if it could not be
   */
  long map(long address) {
    try {
      boolean isMapped = file != -1 && UnixPages.map(address, size, COPY_ON_WRITE, file);
      return isMapped ? size : 0;
    } finally {
      Reference.reachabilityFence(this); // else the file may be closed
    }
  }
}
