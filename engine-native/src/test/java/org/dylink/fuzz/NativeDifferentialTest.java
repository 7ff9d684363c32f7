package org.dylink.fuzz;

import java.util.EnumSet;
import java.util.List;
import org.dylink.fuzz.EnginePair.Participant;
import org.dylink.machine.llvm.LlvmCompiler;
import org.dylink.machine.objects.ObjectSource;
import org.dylink.machine.run.NativeEngine;
import org.junit.jupiter.api.Test;

/** Machine code does with random modules what {@code jvm} does with them. */
class NativeDifferentialTest extends DifferentialTest {
  private static final List<EnginePair> PAIRS =
      List.of(
          new EnginePair(
              EnginePair.JVM,
              new Participant(
                  new NativeEngine(ObjectSource.compiling(new LlvmCompiler())),
                  EnumSet.noneOf(Fault.class))));

  // LLVM takes its time.
  private static final int FEW = 12;

  @Test
  void functionsWithVectorsDoTheSame() {
    run(PAIRS, List.of(Style.VECTORS, Style.WIDE_VECTORS, Style.MANY_VECTORS));
  }

  @Test
  void functionsWithAtomicInstructionsDoTheSame() {
    run(
        PAIRS,
        List.of(Style.ATOMICS, Style.PRIVATE_ATOMICS, Style.WIDE_ATOMICS, Style.MANY_ATOMICS));
  }

  @Override
  List<EnginePair> small() {
    return PAIRS;
  }

  @Override
  List<EnginePair> large() {
    return PAIRS;
  }

  @Override
  int cases() {
    return FEW;
  }
}
