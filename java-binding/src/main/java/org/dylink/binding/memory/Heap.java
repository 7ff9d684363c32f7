package org.dylink.binding.memory;

import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.dylink.linker.Entrance;

/**
 * The malloc and free that the program's libraries use, looked for when first needed: many a
 * program never needs them. Used inside of a turn.
 */
final class Heap {
  private final String library;
  private final Entrance entrance;
  // Null until first used. Two threads may both look: they find the same.
  private Optional<MethodHandle> malloc;
  private Optional<MethodHandle> free;

  Heap(String library, Entrance entrance) {
    this.library = library;
    this.entrance = entrance;
  }

  /**
   * Allocates memory; it is not cleared.
   *
   * @throws IllegalStateException if there is none, or no malloc
   */
  int allocate(int bytes) {
    int address = call(malloc().orElseThrow(() -> noMalloc(bytes)), Math.max(1, bytes));
    if (address == 0) {
      throw new IllegalStateException(library + ": malloc: no room for " + bytes + " bytes");
    }
    return address;
  }

  void free(int address) {
    free().ifPresent(function -> callVoid(function, address));
  }

  // Reads the field once: what another thread has put there is seen or not, but not both.
  private Optional<MethodHandle> malloc() {
    Optional<MethodHandle> found = malloc;
    if (found == null) {
      found = find("malloc");
      malloc = found;
    }
    return found;
  }

  private Optional<MethodHandle> free() {
    Optional<MethodHandle> found = free;
    if (found == null) {
      found = find("free");
      free = found;
    }
    return found;
  }

  private Optional<MethodHandle> find(String symbol) {
    return entrance.function(symbol).map(Entrance.EntryPoint::handle);
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
