package org.dylink.binding;

/**
 * A Java lambda that C can call until this is closed, also after the call that it was given to has
 * returned. May be a parameter of a bound method, and be written to memory.
 *
 * @param <T> the functional interface
 */
public interface Callback<T> extends AutoCloseable {
  /**
   * What C calls.
   *
   * @throws IllegalStateException if that is a function of C
   */
  T target();

  /** The function pointer, as C has it. */
  int slot();

  /** Takes the function pointer back: C traps if it calls it from now on. May be called twice. */
  @Override
  void close();
}
