package org.dylink.engine;

import java.util.function.Supplier;

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

  /**
   * Binds like {@link #bind}, to a function that is looked up when it is needed: when the slot is
   * called or asked for what it is bound to. Of the symbols that a library imports most are never
   * called, and cost nothing this way. An engine may look at once.
   *
   * @param target called at most once, in the thread that needs the function
   */
  default void bindLater(Supplier<Function> target) {
    bind(target.get());
  }

  /** Whether it was bound. */
  boolean isBound();

  /** What it is bound to, or null. */
  Function current();
}
