package org.dylink.toolchain;

import java.util.List;

/**
 * What the author of a library decides.
 *
 * @param threads whether it is for programs with threads ({@code -pthread})
 * @param simd whether vector instructions may be used ({@code -msimd128})
 * @param compilerFlags more flags for each source
 * @param linkerFlags more flags for each library and program, before the libraries
 */
public record Options(
    boolean threads, boolean simd, List<String> compilerFlags, List<String> linkerFlags) {

  /** Without threads, vectors and more flags. */
  public static final Options PLAIN = new Options(false, false, List.of(), List.of());

  public Options {
    compilerFlags = List.copyOf(compilerFlags);
    linkerFlags = List.copyOf(linkerFlags);
  }
}
