package org.dylink.machine.run;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;

/**
 * Pages of Linux and macOS. Code is written while its pages are data, and then made code, on macOS
 * too: what that has for compilers, MAP_JIT, opens all such pages of a thread at once, also those
 * of the JVM that run meanwhile.
 */
final class UnixPages implements SystemPages {
  private static final int NO_ACCESS = 0;
  private static final int READ_WRITE = 3;
  private static final int READ_EXECUTE = 5;
  private static final int FIXED = 0x10;

  // MAP_PRIVATE, MAP_ANONYMOUS and MAP_NORESERVE, which have a number of their own in each system.
  private static final int LINUX_FLAGS = 0x4022;
  private static final int MACOS_FLAGS = 0x1042;

  private static final MethodHandle MMAP =
      CLibrary.handle(
          "mmap",
          FunctionDescriptor.of(
              JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG));
  private static final MethodHandle MPROTECT =
      CLibrary.handle("mprotect", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT));
  private static final MethodHandle MUNMAP =
      CLibrary.handle("munmap", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG));

  private final int flags;
  private final InstructionCache cache;

  private UnixPages(int flags, InstructionCache cache) {
    this.flags = flags;
    this.cache = cache;
  }

  static UnixPages linux() {
    return new UnixPages(LINUX_FLAGS, InstructionCache.linux());
  }

  static UnixPages macos() {
    return new UnixPages(MACOS_FLAGS, InstructionCache.macos());
  }

  @Override
  public long reserve(long size) {
    try {
      return (long) MMAP.invokeExact(0L, size, NO_ACCESS, flags, -1, 0L);
    } catch (Throwable e) {
      throw CLibrary.failed(e);
    }
  }

  @Override
  public boolean makeWritable(long address, long size) {
    return protect(address, size, READ_WRITE);
  }

  @Override
  public boolean makeExecutable(long address, long size) {
    if (!protect(address, size, READ_EXECUTE)) {
      return false;
    }
    cache.forget(address, size);
    return true;
  }

  private static boolean protect(long address, long size, int access) {
    try {
      return (int) MPROTECT.invokeExact(address, size, access) == 0;
    } catch (Throwable e) {
      throw CLibrary.failed(e);
    }
  }

  /**
   * Maps a file over pages that were reserved, to be read and written.
   *
   * @param how MAP_SHARED or MAP_PRIVATE, and what goes with it
   * @return whether that is done; the pages are as before otherwise
   */
  static boolean map(long address, long size, int how, int file) {
    try {
      return (long) MMAP.invokeExact(address, size, READ_WRITE, how | FIXED, file, 0L) == address;
    } catch (Throwable e) {
      throw CLibrary.failed(e);
    }
  }

  @Override
  public void free(long address, long size) {
    try {
      int ignored = (int) MUNMAP.invokeExact(address, size);
      assert ignored == 0;
    } catch (Throwable e) {
      throw CLibrary.failed(e);
    }
  }
}
