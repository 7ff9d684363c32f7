package org.dylink.binding.value;

import org.dylink.binding.memory.BoundLibrary;
import org.dylink.linker.FunctionPointer;

/** A function pointer that Java keeps. */
final class HeldCallback<T> implements ProgramCallback<T> {
  private final BoundLibrary library;
  private final T target;
  private final FunctionPointer pointer;
  private volatile boolean closed;

  HeldCallback(BoundLibrary library, T target, FunctionPointer pointer) {
    this.library = library;
    this.target = target;
    this.pointer = pointer;
  }

  @Override
  public boolean isOf(BoundLibrary other) {
    return library.program() == other.program();
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public T target() {
    return target;
  }

  @Override
  public int slot() {
    return pointer.slot();
  }

  @Override
  public void close() {
    closed = true;
    pointer.close();
  }
}
