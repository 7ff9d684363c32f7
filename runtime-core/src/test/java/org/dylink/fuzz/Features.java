package org.dylink.fuzz;

import java.util.Set;

/**
 * What a case is made of. The engines of a pair get cases of the same choices, that mean the same;
 * how they are written may differ.
 *
 * @param faults of all engines that are to run it
 * @param own faults of the engine that this one is for
 */
record Features(Style style, Set<Fault> faults, Set<Fault> own) {
  /** Whether functions throw and catch, by try_table. */
  boolean exceptions() {
    return !style.hasVectors()
        && !(style.isLarge() && faults.contains(Fault.EXCEPTIONS_IN_LARGE_FUNCTIONS));
  }

  /** Whether they do it in the legacy encoding. */
  boolean legacyExceptions() {
    return style.hasVectors();
  }

  /** Whether references to exceptions are kept and thrown later. */
  boolean keptReferences() {
    return exceptions() && !faults.contains(Fault.REFERENCES_BY_TAG);
  }

  /** Whether a function may make a tail call of itself. */
  boolean tailCallsOfItself() {
    return !faults.contains(Fault.TAIL_CALLS_OF_ITSELF);
  }

  /** Whether tables are filled at, and with, any number of elements. */
  boolean largeFills() {
    return !faults.contains(Fault.SIGNED_FILLS);
  }

  /** Whether numbers from 2^63 are converted to f32. */
  boolean largeConversions() {
    return !faults.contains(Fault.CONVERSIONS_ROUND_UP);
  }

  /** Whether parameters of blocks and ifs are written as locals. */
  boolean parametersInLocals() {
    return own.contains(Fault.PARAMETERS_OF_BLOCKS);
  }

  /** Whether types that nobody uses come first. */
  boolean unusedTypes() {
    return own.contains(Fault.TYPE_INDEXES_OF_BLOCKS);
  }

  /** Whether narrow stores are written with a load before them. */
  boolean loadsBeforeStores() {
    return own.contains(Fault.STORES_WRAP_AROUND);
  }
}
