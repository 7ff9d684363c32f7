package org.dylink.bnd;

import java.util.Optional;
import org.dylink.format.Export;
import org.dylink.format.LibraryFile;
import org.dylink.format.WasmModule;

/** Mistakes in the build of a library that would show only when a program is linked. */
final class LinkMistakes {
  private LinkMistakes() {}

  /**
   * What is wrong with a library, if anything.
   *
   * @param path the file; only a {@code .so} has to be of use to others
   */
  static Optional<String> find(String path, WasmModule library) {
    if (!LibraryFile.of(path).library().endsWith(".so")) {
      return Optional.empty();
    } else if (library.dylink().isEmpty()) {
      return Optional.of("no dylink.0 section: link it with -shared");
    } else if (!hasSymbol(library)) {
      // clang hides symbols by default for this target.
      return Optional.of("exports no symbol: compile it with -fvisibility=default");
    }
    return Optional.empty();
  }

  // Even a library without a symbol exports what the linker calls: wasm-ld's functions, whose names
  // start alike, and the _initialize of wasi-libc's crt1-reactor.o, which clang links in.
  private static boolean hasSymbol(WasmModule library) {
    return library.exports().stream()
        .map(Export::name)
        .anyMatch(name -> !name.startsWith("__wasm_") && !name.equals("_initialize"));
  }
}
