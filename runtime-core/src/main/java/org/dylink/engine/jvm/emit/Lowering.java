package org.dylink.engine.jvm.emit;

import org.dylink.engine.jvm.code.Body;

/**
 * How an instruction becomes JVM code, and about how much.
 *
 * @param code writes it
 * @param weight see {@link org.dylink.engine.jvm.plan.Weights}
 * @param takesCondition whether it makes use of a comparison right before it by itself, which is a
 *     number for others
 * @param takesVectors whether it makes use of {@link PostponedVectors} by itself
 * @param isBoundary whether what follows may be reached although the instruction itself is not
 */
record Lowering(
    Code code, Weight weight, boolean takesCondition, boolean takesVectors, boolean isBoundary) {
  /** Writes the instruction at a position. */
  interface Code {
    void emit(Emitters to, int at);
  }

  /** Of an instruction that takes its operands by {@link Emitters#take}. */
  interface TakingVectors extends Code {}

  /** Weighs the instruction at a position. */
  interface Weight {
    int of(Body body, int at);
  }

  static Lowering of(int weight, Code code) {
    return of((body, at) -> weight, code);
  }

  static Lowering of(Weight weight, Code code) {
    return new Lowering(code, weight, false, false, false);
  }

  Lowering takingCondition() {
    return new Lowering(code, weight, true, takesVectors, isBoundary);
  }

  Lowering takingVectors() {
    return new Lowering(code, weight, takesCondition, true, isBoundary);
  }

  Lowering asBoundary() {
    return new Lowering(code, weight, takesCondition, takesVectors, true);
  }

  /** The same, after a look whether the guest is to stop. */
  Lowering behindPoll() {
    Code behind =
        (to, at) -> {
          to.unit().call(ControlEmitter.POLL);
          code.emit(to, at);
        };
    return new Lowering(behind, weight, takesCondition, takesVectors, isBoundary);
  }
}
