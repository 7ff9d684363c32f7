package org.dylink.fuzz;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dylink.engine.Engine;
import org.dylink.engine.endive.InterpreterEngine;
import org.dylink.engine.jvm.JvmEngine;

/** Two engines that must do the same. */
record EnginePair(Participant oracle, Participant subject) {
  private static final Participant INTERPRETER =
      new Participant(
          new InterpreterEngine(),
          EnumSet.of(
              Fault.REFERENCES_BY_TAG,
              Fault.TAIL_CALLS_OF_ITSELF,
              Fault.STORES_WRAP_AROUND,
              Fault.PARAMETERS_OF_BLOCKS,
              Fault.TYPE_INDEXES_OF_BLOCKS,
              Fault.SIGNED_FILLS,
              Fault.CONVERSIONS_ROUND_UP));
  static final Participant JVM =
      new Participant(JvmEngine.verifyingAtOnce(), EnumSet.noneOf(Fault.class));

  /** Compared on small functions. */
  static final List<EnginePair> SMALL = List.of(new EnginePair(INTERPRETER, JVM));

  /** Compared on large functions, which jvm splits. */
  static final List<EnginePair> LARGE = List.of(new EnginePair(INTERPRETER, JVM));

  /** Compared on modules that a C compiler made and somebody has changed. */
  static final EnginePair MUTATED = new EnginePair(INTERPRETER, JVM);

  /**
   * An engine, and what it does wrong.
   *
   * @param engine one that validates all function bodies when it compiles a module
   */
  record Participant(Engine engine, Set<Fault> faults) {}

  /** What a case for both may have, as one of them gets it. */
  Features features(Participant participant, Style style) {
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    faults.addAll(oracle.faults);
    faults.addAll(subject.faults);
    return new Features(style, faults, participant.faults);
  }

  @Override
  public String toString() {
    return oracle.engine.name() + " and " + subject.engine.name();
  }
}
