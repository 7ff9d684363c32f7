package org.dylink.machine.run;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.ref.Cleaner;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What the operating system is asked for: pages, the bounds of a stack, two functions of C. */
final class Pages {
  static final int NO_ACCESS = 0;
  static final int READ_WRITE = 3;
  static final int READ_EXECUTE = 5;

  /** The size of a page: a multiple of it everywhere that this engine runs. */
  static final int SIZE = 65_536;

  /** Gives back what belongs to things that nobody has any more. */
  static final Cleaner CLEANER = Cleaner.create();

  private static final int PRIVATE_ANONYMOUS_NORESERVE = 0x4022;
  private static final Linker LINKER = Linker.nativeLinker();
  private static final MethodHandle MMAP =
      c(
          "mmap",
          FunctionDescriptor.of(
              JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG));
  private static final MethodHandle MPROTECT =
      c("mprotect", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT));
  private static final MethodHandle MUNMAP =
      c("munmap", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG));
  private static final MethodHandle SELF = c("pthread_self", FunctionDescriptor.of(JAVA_LONG));
  private static final MethodHandle ATTRIBUTES =
      c("pthread_getattr_np", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG));
  private static final MethodHandle STACK =
      c("pthread_attr_getstack", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG));
  private static final MethodHandle DESTROY =
      c("pthread_attr_destroy", FunctionDescriptor.of(JAVA_INT, JAVA_LONG));
  private static final int ATTRIBUTE_ROOM = 256;

  private Pages() {}

  /** The address of a function of C. */
  static long address(String name) {
    return find(name).address();
  }

  private static MemorySegment find(String name) {
    return LINKER
        .defaultLookup()
        .find(name)
        .orElseThrow(() -> new LinkageError("the C library has no " + name));
  }

  @SuppressWarnings("restricted")
  private static MethodHandle c(String name, FunctionDescriptor type) {
    return LINKER.downcallHandle(find(name), type);
  }

  /** Takes address space that cannot be accessed yet; 0 if there is none. */
  static long reserve(long size) {
    long found = map(size);
    // A process may have some 65,000 areas, and those of programs that are gone are given back
    // when the heap is collected, of which they need little.
    for (int left = 3; left > 0 && found == -1; left--) {
      collect();
      found = map(size);
    }
    return found == -1 ? 0 : found;
  }

  private static long map(long size) {
    try {
      return (long) MMAP.invokeExact(0L, size, NO_ACCESS, PRIVATE_ANONYMOUS_NORESERVE, -1, 0L);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  private static void collect() {
    CountDownLatch cleaned = new CountDownLatch(1);
    CLEANER.register(new Object(), cleaned::countDown);
    System.gc();
    try {
      boolean ignored = cleaned.await(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says what may be done to pages, which are zeroed if they were never accessed. */
  static boolean protect(long address, long size, int access) {
    try {
      return size == 0 || (int) MPROTECT.invokeExact(address, size, access) == 0;
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  static void free(long address, long size) {
    try {
      int ignored = (int) MUNMAP.invokeExact(address, size);
      assert ignored == 0;
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  /** The lowest address of the current thread's stack. */
  static long stackEnd() {
    return stack()[0];
  }

  /** The address behind the current thread's stack. */
  static long stackBegin() {
    long[] stack = stack();
    return stack[0] + stack[1];
  }

  private static long[] stack() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment room = arena.allocate(ATTRIBUTE_ROOM, 16);
      long attributes = room.address();
      long answer = attributes + ATTRIBUTE_ROOM - 16;
      if ((int) ATTRIBUTES.invokeExact((long) SELF.invokeExact(), attributes) != 0
          || (int) STACK.invokeExact(attributes, answer, answer + 8) != 0) {
        throw new IllegalStateException("the bounds of a thread's stack are not known");
      }
      int ignored = (int) DESTROY.invokeExact(attributes);
      assert ignored == 0;
      return new long[] {Raw.getLong(answer), Raw.getLong(answer + 8)};
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  private static RuntimeException failed(Throwable thrown) {
    return new IllegalStateException("BUG: a function of C throws", thrown);
  }
}
