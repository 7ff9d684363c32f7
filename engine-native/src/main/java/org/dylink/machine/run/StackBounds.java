package org.dylink.machine.run;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;
import java.util.Locale;

/**
 * Where a thread's stack lies.
 *
 * @param end its lowest address
 * @param begin the address behind it
 */
record StackBounds(long end, long begin) {
  /** How an operating system is asked for those of the current thread. */
  private interface Source {
    StackBounds current();
  }

  private static final Source SYSTEM = of(System.getProperty("os.name"));

  // Of a pthread_attr_t.
  private static final int ATTRIBUTE_ROOM = 256;

  static StackBounds ofCurrentThread() {
    return SYSTEM.current();
  }

  private static Source of(String system) {
    String lower = system.toLowerCase(Locale.ROOT);
    if (lower.startsWith("windows")) {
      return windows();
    }
    return lower.startsWith("mac") ? macos() : linux();
  }

  private static Source linux() {
    MethodHandle self = CLibrary.handle("pthread_self", FunctionDescriptor.of(JAVA_LONG));
    MethodHandle attributes =
        CLibrary.handle(
            "pthread_getattr_np", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG));
    MethodHandle stack =
        CLibrary.handle(
            "pthread_attr_getstack",
            FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG));
    MethodHandle destroy =
        CLibrary.handle("pthread_attr_destroy", FunctionDescriptor.of(JAVA_INT, JAVA_LONG));
    return () -> {
      try (Arena arena = Arena.ofConfined()) {
        long room = arena.allocate(ATTRIBUTE_ROOM, 16).address();
        long answer = arena.allocate(16, 8).address();
        require((int) attributes.invokeExact((long) self.invokeExact(), room) == 0);
        require((int) stack.invokeExact(room, answer, answer + 8) == 0);
        require((int) destroy.invokeExact(room) == 0);
        long lowest = Raw.getLong(answer);
        return new StackBounds(lowest, lowest + Raw.getLong(answer + 8));
      } catch (Throwable e) {
        throw CLibrary.failed(e);
      }
    };
  }

  private static Source macos() {
    MethodHandle self = CLibrary.handle("pthread_self", FunctionDescriptor.of(JAVA_LONG));
    FunctionDescriptor type = FunctionDescriptor.of(JAVA_LONG, JAVA_LONG);
    MethodHandle address = CLibrary.handle("pthread_get_stackaddr_np", type);
    MethodHandle size = CLibrary.handle("pthread_get_stacksize_np", type);
    return () -> {
      try {
        long thread = (long) self.invokeExact();
        long begin = (long) address.invokeExact(thread); // the address behind it, there
        return new StackBounds(begin - (long) size.invokeExact(thread), begin);
      } catch (Throwable e) {
        throw CLibrary.failed(e);
      }
    };
  }

  private static Source windows() {
    MethodHandle limits =
        CLibrary.handle(
            "GetCurrentThreadStackLimits",
            "kernel32",
            FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_LONG));
    return () -> {
      try (Arena arena = Arena.ofConfined()) {
        long answer = arena.allocate(16, 8).address();
        limits.invokeExact(answer, answer + 8);
        return new StackBounds(Raw.getLong(answer), Raw.getLong(answer + 8));
      } catch (Throwable e) {
        throw CLibrary.failed(e);
      }
    };
  }

  private static void require(boolean isKnown) {
    if (!isKnown) {
      throw new IllegalStateException("the bounds of a thread's stack are not known");
    }
  }
}
