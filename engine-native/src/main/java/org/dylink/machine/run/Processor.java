package org.dylink.machine.run;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dylink.engine.machine.Baseline;
import org.dylink.engine.machine.make.Platform;

/**
 * Whether this processor has what code of its platform takes for granted: what lacks it would end
 * the JVM at the first such instruction.
 */
final class Processor {
  // As Linux names what x86-64-v2 has beyond x86-64.
  private static final List<String> LEVEL_2 =
      List.of("cx16", "lahf_lm", "popcnt", "pni", "ssse3", "sse4_1", "sse4_2");
  private static final String FLAGS = "flags";
  private static final int PF_SSE4_2_INSTRUCTIONS_AVAILABLE = 38;

  /** What this processor lacks, as Linux names it; empty if it is fit. */
  static final Optional<String> LACK = lack();

  private Processor() {}

  private static Optional<String> lack() {
    if (!Baseline.of(Platform.NAME).equals(Baseline.X86_64_V2)) {
      return Optional.empty(); // all have it
    }
    return Platform.NAME.startsWith("windows-") ? ofWindows() : ofLinux();
  }

  private static Optional<String> ofLinux() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines.filter(each -> each.startsWith(FLAGS)).findFirst().flatMap(Processor::lackOf);
    } catch (IOException e) {
      return Optional.empty(); // not known: nearly all have it
    }
  }

  /** What a line of flags lacks. */
  static Optional<String> lackOf(String line) {
    List<String> missing = new ArrayList<>(LEVEL_2);
    missing.removeAll(List.of(line.split("[\\s:]+", -1)));
    return missing.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", missing));
  }

  private static Optional<String> ofWindows() {
    MethodHandle isPresent =
        CLibrary.handle(
            "IsProcessorFeaturePresent", "kernel32", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    try {
      boolean has = (int) isPresent.invokeExact(PF_SSE4_2_INSTRUCTIONS_AVAILABLE) != 0;
      return has ? Optional.empty() : Optional.of("sse4_2");
    } catch (Throwable e) {
      throw CLibrary.failed(e);
    }
  }
}
