package org.dylink.bnd;

import java.util.Optional;
import java.util.Set;
import org.dylink.format.Export;
import org.dylink.format.ThreadLocalExports;
import org.dylink.format.Threading;
import org.dylink.format.WasmModule;
import org.dylink.headers.LibraryFileName;

/** Mistakes in the build of a library that would show only when a program is linked. */
final class LinkMistakes {
  // What the linker calls is in a library without any symbol, too: the first two from wasm-ld, the
  // last from wasi-libc's crt1-reactor.o, which clang links into every library.
  private static final Set<String> ENTRIES =
      Set.of("__wasm_apply_data_relocs", "__wasm_call_ctors", "_initialize");

  private LinkMistakes() {}

  /**
   * What is wrong with a library, if anything.
   *
   * @param path the file; only a {@code .so} has to be of use to others
   */
  static Optional<String> find(String path, WasmModule library) {
    if (!LibraryFileName.of(path).library().endsWith(".so")) {
      return Optional.empty();
    } else if (library.dylink().isEmpty()) {
      return Optional.of("no dylink.0 section: link it with -shared");
    } else if (!hasSymbol(library)) {
      // clang hides symbols by default for this target.
      return Optional.of("exports no symbol: compile it with -fvisibility=default");
    }
    return Optional.empty();
  }

  /** What a program with threads will refuse, if anything. */
  static Optional<String> inThreads(WasmModule library) {
    return library.threading() == Threading.THREADS
        ? ThreadLocalExports.lackedBy(library)
        : Optional.empty();
  }

  private static boolean hasSymbol(WasmModule library) {
    return library.exports().stream().map(Export::name).anyMatch(name -> !ENTRIES.contains(name));
  }
}
