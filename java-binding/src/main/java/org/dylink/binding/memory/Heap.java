package org.dylink.binding.memory;

import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.dylink.linker.Entrance;

/** The malloc and free that the program's libraries use. Used inside of a turn. */
final class Heap {
  private final String library;
  private final Optional<MethodHandle> malloc;
  private final Optional<MethodHandle> free;

  Heap(String library, Entrance entrance) {
    this.library = library;
    this.malloc = entrance.function("malloc").map(Entrance.EntryPoint::handle);
    this.free = entrance.function("free").map(Entrance.EntryPoint::handle);
  }

  /**
   * Allocates memory; it is not cleared.
   *
   * @throws IllegalStateException if there is none, or no malloc
   */
  int allocate(int bytes) {
    int address = call(malloc.orElseThrow(() -> noMalloc(bytes)), Math.max(1, bytes));
    if (address == 0) {
      throw new IllegalStateException(library + ": malloc: no room for " + bytes + " bytes");
    }
    return address;
  }

  void free(int address) {
    free.ifPresent(function -> callVoid(function, address));
  }

  private IllegalStateException noMalloc(int bytes) {
    return new IllegalStateException(
        library + ": no room on the stack for " + bytes + " bytes, and no library has malloc");
  }

  private static int call(MethodHandle function, int argument) {
    try {
      return (int) function.invokeExact(argument);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("BUG: malloc threw " + e, e);
    }
  }

  private static void callVoid(MethodHandle function, int argument) {
    try {
      function.invokeExact(argument);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("BUG: free threw " + e, e);
    }
  }
}
