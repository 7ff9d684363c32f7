package org.dylink.engine;

import org.dylink.format.GlobalType;

/** A global. */
public non-sealed interface Global extends Extern {
  @Override
  GlobalType type();

  /** The value: Integer, Long, Float, Double or Vector, as the type says. */
  Object get();

  /**
   * Changes the value.
   *
   * @throws IllegalStateException if the global is not mutable
   */
  void set(Object value);
}
