package org.dylink.format;

/**
 * What a module may use beyond WebAssembly 2.0 without vectors, by the names that the proposals and
 * compilers have for it. An engine tells which of these it has; whoever runs a program asks.
 */
public enum Feature {
  /** Vectors of 128 bits. */
  SIMD("simd", "vectors", "compile it without -msimd128"),

  /** Vector instructions whose results may differ between machines. */
  RELAXED_SIMD("relaxed-simd", "relaxed vectors"),

  /** Floating-point numbers of 16 bits. */
  HALF_PRECISION("fp16", "half-precision numbers"),

  /** Atomic instructions, on any memory. */
  ATOMICS("atomics", "atomic instructions"),

  /** Memories that threads share. */
  SHARED_MEMORY("threads", "shared memory"),

  /** More than one memory in a module. */
  MULTI_MEMORY("multi-memory", "several memories"),

  /** Memories and tables with addresses of 64 bits. */
  MEMORY64("memory64", "64-bit addresses"),

  /** Memories whose pages do not have 64 KiB. */
  CUSTOM_PAGE_SIZES("custom-page-sizes", "pages of other sizes"),

  /** Calls that give up the frame of their caller. */
  TAIL_CALL("tail-call", "tail calls"),

  /** Exceptions as WebAssembly 3.0 has them. */
  EXCEPTIONS("exception-handling", "exceptions by try_table"),

  /** Exceptions by {@code try} and {@code catch}, as compilers wrote them before. */
  LEGACY_EXCEPTIONS(
      "legacy-exceptions",
      "the legacy encoding of exceptions",
      "recompile with -mllvm -wasm-use-legacy-eh=false"),

  /** References that name the type of their function. */
  FUNCTION_REFERENCES("function-references", "typed function references"),

  /** Structs and arrays that the engine collects. */
  GC("gc", "garbage-collected types"),

  /** Addition and multiplication with results of 128 bits. */
  WIDE_ARITHMETIC("wide-arithmetic", "128-bit arithmetic"),

  /** Several stacks, between which a guest changes. */
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
