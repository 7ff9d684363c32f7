package org.dylink.machine.run;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** Pages of Windows, where a page that is reserved is committed before it can be accessed. */
final class WindowsPages implements SystemPages {
  private static final int MEM_COMMIT = 0x1000;
  private static final int MEM_RESERVE = 0x2000;
  private static final int MEM_RELEASE = 0x8000;
  private static final int PAGE_NOACCESS = 0x01;
  private static final int PAGE_READWRITE = 0x04;
  private static final int PAGE_EXECUTE_READ = 0x20;

  private static final MethodHandle ALLOC =
      kernel(
          "VirtualAlloc",
          FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT));
  private static final MethodHandle PROTECT =
      kernel(
          "VirtualProtect",
          FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_LONG));
  private static final MethodHandle FREE =
      kernel("VirtualFree", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT));

  private static MethodHandle kernel(String name, FunctionDescriptor type) {
    return CLibrary.handle(name, "kernel32", type);
  }

  @Override
  public long reserve(long size) {
    long found = alloc(0, size, MEM_RESERVE, PAGE_NOACCESS);
    return found == 0 ? -1 : found;
  }

  @Override
  public boolean makeWritable(long address, long size) {
    return alloc(address, size, MEM_COMMIT, PAGE_READWRITE) != 0;
  }

  private static long alloc(long address, long size, int what, int access) {
    try {
      return (long) ALLOC.invokeExact(address, size, what, access);
    } catch (Throwable e) {
      throw CLibrary.failed(e);
    }
  }

  @Override
  public boolean makeExecutable(long address, long size) {
    try (Arena arena = Arena.ofConfined()) {
      long before = arena.allocate(ValueLayout.JAVA_INT).address();
      return (int) PROTECT.invokeExact(address, size, PAGE_EXECUTE_READ, before) != 0;
    } catch (Throwable e) {
      throw CLibrary.failed(e);
    }
  }

  @Override
  public void free(long address, long size) {
    try {
      int ignored = (int) FREE.invokeExact(address, 0L, MEM_RELEASE);
      assert ignored != 0;
    } catch (Throwable e) {
      throw CLibrary.failed(e);
    }
  }
}
