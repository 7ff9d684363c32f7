package org.dylink.toolchain;

import java.nio.file.Path;

/**
 * A clang for WebAssembly.
 *
 * @param path the program, absolute
 * @param version its major version, {@link #OLDEST} or later
 * @param linker the {@code wasm-ld} that fits it, absolute
 */
public record FoundClang(Path path, int version, Path linker) {
  /** The first version that knows the target wasm32-wasip1. */
  public static final int OLDEST = 18;

  // From this version on clang can be told not to run any wasm-opt that it finds.
  private static final int SPARES_WASM_OPT = 19;

  boolean sparesWasmOpt() {
    return version >= SPARES_WASM_OPT;
  }
}
