package org.dylink.machine.ir;

/** A processor, and how its systems call: what of a module's text depends on where it runs. */
public enum Machine {
  /** x86-64 under Linux and others. */
  X86_UNIX("", "", 6, 8),

  /**
   * x86-64 under Windows. Generated functions call each other as under Unix; only what is called
   * from Java, or calls Java and C, does as Windows does. Below a stack pointer nothing is safe
   * there, and a stack grows a page at a time: who takes more must touch each.
   */
  X86_WINDOWS("win64cc ", "noredzone \"probe-stack\"=\"inline-asm\" ", 6, 8),

  /** 64-bit Arm under all systems. */
  AARCH64("", "", 8, Aarch64Assembly.LINK_WORDS);

  /** Of a function that calls C, which takes its stack for aligned. */
  static final String ALIGNED = "alignstack(16) ";

  private final String convention;
  private final String attributes;
  private final int integerRegisters;
  private final int linkWords;

  Machine(String convention, String attributes, int integerRegisters, int linkWords) {
    this.convention = convention;
    this.attributes = attributes;
    this.integerRegisters = integerRegisters;
    this.linkWords = linkWords;
  }

  /** The way in from Java, the way out of traps, and handlers. */
  String assembly() {
    return switch (this) {
      case X86_UNIX -> X86Assembly.unix();
      case X86_WINDOWS -> X86Assembly.windows();
      case AARCH64 -> Aarch64Assembly.unix();
    };
  }

  /** What a call of Java or C has in front of its type. */
  String convention() {
    return convention;
  }

  /** What all functions have. */
  String attributes() {
    return attributes;
  }

  /**
   * What holds for all of a module. On x86-64 a stack pointer is a multiple of 8 only: in units of
   * 16, a function of {@code tailcc} without any parameter on the stack takes 8 bytes off it, by a
   * slower return, which each caller makes up for.
   */
  String flags() {
    return this == AARCH64
        ? ""
        : """
          !7 = !{i32 1, !"override-stack-alignment", i32 8}
          !llvm.module.flags = !{!7}
          """;
  }

  /** In how many registers a function takes numbers and addresses. */
  int integerRegisters() {
    return integerRegisters;
  }

  /** How many words a link of the chain of handlers has. */
  int linkWords() {
    return linkWords;
  }

  /**
   * Steps of a template that pick bytes of {@code $x} by the numbers in {@code $y}, and 0 for a
   * number without a byte.
   */
  String swizzle() {
    return switch (this) {
      // The instruction gives 0 where the highest bit is set, and else looks at four bits.
      case X86_UNIX, X86_WINDOWS ->
          "$a = call L @llvm.uadd.sat.v16i8(L $y, L splat (i8 112)); "
              + "call L @llvm.x86.ssse3.pshuf.b.128(L $x, L $a)";
      case AARCH64 -> "call L @llvm.aarch64.neon.tbl1.v16i8(L $x, L $y)";
    };
  }
}
