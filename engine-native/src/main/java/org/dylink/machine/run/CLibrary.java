package org.dylink.machine.run;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** Functions of C, and of what the system has beside its C library. */
final class CLibrary {
  private static final Linker LINKER = Linker.nativeLinker();

  private CLibrary() {}

  /** The address of a function of the C library. */
  static long address(String name) {
    return find(name, Optional.empty()).address();
  }

  static MethodHandle handle(String name, FunctionDescriptor type) {
    return handle(find(name, Optional.empty()), type);
  }

  /** The same for a function that not every system has. */
  static Optional<MethodHandle> handleIfThere(String name, FunctionDescriptor type) {
    return LINKER.defaultLookup().find(name).map(function -> handle(function, type));
  }

  /** A handle of a function of another library. */
  static MethodHandle handle(String name, String library, FunctionDescriptor type) {
    return handle(find(name, Optional.of(library)), type);
  }

  @SuppressWarnings("restricted")
  private static MethodHandle handle(MemorySegment function, FunctionDescriptor type) {
    return LINKER.downcallHandle(function, type);
  }

  private static MemorySegment find(String name, Optional<String> library) {
    return library
        .map(CLibrary::open)
        .orElseGet(LINKER::defaultLookup)
        .find(name)
        .orElseThrow(
            () -> new LinkageError(library.orElse("the C library") + ": no function " + name));
  }

  @SuppressWarnings("restricted")
  private static SymbolLookup open(String library) {
    try {
      return SymbolLookup.libraryLookup(library, Arena.global());
    } catch (IllegalArgumentException e) {
      throw new LinkageError(library + ": not found", e);
    }
  }

  /** What goes wrong where one of these functions is called, which throws nothing itself. */
  static RuntimeException failed(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException known
        ? known
        : new IllegalStateException("BUG: a function of C throws", thrown);
  }
}
