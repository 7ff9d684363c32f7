package org.dylink.engine.machine;

/** What machine code of a platform takes for granted of the processor. */
public final class Baseline {
  /** x86-64 with SSE 4.2, POPCNT and CMPXCHG16B, as of 2009. */
  public static final String X86_64_V2 = "x86-64-v2";

  /** 64-bit Arm with floating point and vectors, which all have that run systems like these. */
  public static final String ARMV8 = "armv8-a";

  /** The first of Apple's own for computers. */
  public static final String APPLE_M1 = "apple-m1";

  /** There is no machine code for the platform. */
  public static final String NONE = "none";

  private Baseline() {}

  /** The baseline of a platform such as {@code linux-x86_64}. */
  public static String of(String platform) {
    return switch (platform) {
      case "linux-x86_64", "windows-x86_64" -> X86_64_V2;
      case "linux-aarch64" -> ARMV8;
      case "macos-aarch64" -> APPLE_M1;
      default -> NONE;
    };
  }
}
