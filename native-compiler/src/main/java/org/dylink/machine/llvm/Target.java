package org.dylink.machine.llvm;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.dylink.engine.machine.Baseline;
import org.dylink.machine.ir.Machine;

/**
 * A platform that code is made for. Whatever its system, LLVM makes an ELF file: nobody but {@link
 * ElfObject} reads it.
 */
enum Target {
  LINUX_X86("linux-x86_64", Machine.X86_UNIX),
  LINUX_AARCH64("linux-aarch64", Machine.AARCH64),
  MACOS_AARCH64("macos-aarch64", Machine.AARCH64),
  WINDOWS_X86("windows-x86_64", Machine.X86_WINDOWS);

  // The second level of x86-64. Not by that name, which means for LLVM a processor of 2011 as well:
  // one that turns bits by a double shift, which takes others several times as long.
  private static final String LEVEL_2 =
      "+cx16,+sahf,+popcnt,+sse3,+ssse3,+sse4.1,+sse4.2,-fast-shld-rotate";

  private final String platform;
  private final Machine machine;
  private final String baseline;

  Target(String platform, Machine machine) {
    this.platform = platform;
    this.machine = machine;
    this.baseline = Baseline.of(platform);
  }

  /**
   * The target of a platform.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Target of(String platform) {
    return Arrays.stream(values())
        .filter(each -> each.platform.equals(platform))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no machine code for " + platform + ": only for " + platforms()));
  }

  private static String platforms() {
    return Arrays.stream(values()).map(Target::platform).collect(Collectors.joining(", "));
  }

  /** As objects name it. */
  String platform() {
    return platform;
  }

  Machine machine() {
    return machine;
  }

  /** What it takes for granted of the processor. */
  String baseline() {
    return baseline;
  }

  String triple() {
    return machine == Machine.AARCH64 ? "aarch64-unknown-linux-gnu" : "x86_64-unknown-linux-gnu";
  }

  /** As LLVM names it. */
  String processor() {
    return switch (baseline) {
      case Baseline.X86_64_V2 -> "x86-64";
      case Baseline.ARMV8 -> "generic";
      default -> "apple-m1";
    };
  }

  /** What the processor has beside its name, and a register that macOS keeps for itself. */
  String features() {
    return switch (baseline) {
      case Baseline.X86_64_V2 -> LEVEL_2;
      case Baseline.ARMV8 -> "";
      default -> "+reserve-x18";
    };
  }
}
