package org.dylink.binding.memory;

import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.dylink.linker.Entrance;

/**
 * The malloc and free that the program's libraries use, looked for when first needed: many a
 * program never needs them. Used inside of a turn.
 */
final class Heap {
  private record Functions(Optional<MethodHandle> malloc, Optional<MethodHandle> free) {}

  private final String library;
  private final Entrance entrance;
  private Functions functions; // null until one is needed; two threads may find the same

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
    int address = call(functions().malloc().orElseThrow(() -> noMalloc(bytes)), Math.max(1, bytes));
    if (address == 0) {
      throw new IllegalStateException(library + ": malloc: no room for " + bytes + " bytes");
    }
    return address;
  }

  void free(int address) {
    functions().free().ifPresent(function -> callVoid(function, address));
  }

  // Reads the field once: what another thread has put there is seen or not, but not both.
  private Functions functions() {
    Functions known = functions;
    if (known == null) {
      known = new Functions(find("malloc"), find("free"));
      functions = known;
    }
    return known;
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
