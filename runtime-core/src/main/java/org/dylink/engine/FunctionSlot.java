package org.dylink.engine;

/**
 * An imported function that is bound after instantiation, and may be bound again: what the PLT is
 * to ELF. Calling it calls what it is bound to; unbound, it traps.
 */
public interface FunctionSlot extends Function {
  /**
   * Binds all importers of this slot to a function, at once.
   *
   * @throws IllegalArgumentException if the types differ
   */
  void bind(Function target);

  /** What it is bound to, or null. */
  Function current();
}
