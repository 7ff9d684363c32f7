package org.dylink.format;

/**
 * What a module may use beyond WebAssembly 2.0 without vectors, by the names that the proposals and
 * compilers have for it. An engine tells which of these it has; whoever runs a program asks.
 */
public enum Feature {
  SIMD("simd", "vectors", "compile it without -msimd128"),
  RELAXED_SIMD("relaxed-simd", "relaxed vectors"),
  HALF_PRECISION("fp16", "half-precision numbers"),
  ATOMICS("atomics", "atomic instructions"),
  SHARED_MEMORY("threads", "shared memory"),
  MULTI_MEMORY("multi-memory", "several memories"),
  MEMORY64("memory64", "64-bit addresses"),
  CUSTOM_PAGE_SIZES("custom-page-sizes", "pages of other sizes"),
  TAIL_CALL("tail-call", "tail calls"),
  EXCEPTIONS("exception-handling", "exceptions by try_table"),
  LEGACY_EXCEPTIONS(
      "legacy-exceptions",
      "the legacy encoding of exceptions",
      "recompile with -mllvm -wasm-use-legacy-eh=false"),
  FUNCTION_REFERENCES("function-references", "typed function references"),
  GC("gc", "garbage-collected types"),
  WIDE_ARITHMETIC("wide-arithmetic", "128-bit arithmetic"),
  STACK_SWITCHING("stack-switching", "stack switching");

  private final String proposal;
  private final String words;
  private final String cure;

  Feature(String proposal, String words) {
    this(proposal, words, "");
  }

  Feature(String proposal, String words, String cure) {
    this.proposal = proposal;
    this.words = words;
    this.cure = cure;
  }

  /** The proposal's name, such as {@code relaxed-simd}. */
  public String proposal() {
    return proposal;
  }

  /** How to compile for an engine without it; empty where no option of clang says so. */
  public String cure() {
    return cure;
  }

  /** In words and by name, as messages have it: {@code vectors (simd)}. */
  @Override
  public String toString() {
    return words + " (" + proposal + ")";
  }
}
