package org.dylink.binding.value;

import org.dylink.binding.memory.BoundLibrary;

/** A function pointer that Java knows the number of, and no more. */
record CallbackOfC<T>(BoundLibrary library, int slot) implements ProgramCallback<T> {
  @Override
  public boolean isOf(BoundLibrary other) {
    return library.program() == other.program();
  }

  @Override
  public boolean isClosed() {
    return false;
  }

  @Override
  public T target() {
    throw new IllegalStateException(library.name() + ": slot " + slot + " is a function of C");
  }

  @Override
  public void close() {
    // It is C's.
  }
}
