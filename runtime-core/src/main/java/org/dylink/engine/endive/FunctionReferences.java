package org.dylink.engine.endive;

/** What references to functions are to one instance: numbers that mean something to it only. */
interface FunctionReferences {
  /** A reference as the instance has it in its values; null gets the null reference. */
  int referenceTo(RawFunction function);

  /** The function that a value of the instance's refers to; null for a null reference. */
  RawFunction referredTo(int reference);
}
