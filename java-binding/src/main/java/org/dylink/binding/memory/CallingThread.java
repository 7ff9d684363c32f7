package org.dylink.binding.memory;

import org.dylink.engine.Memory;

/**
 * A thread of Java inside of a program: what it has of its own while it calls C. A bound library
 * has one, as one thread at a time is inside; where several are, each has a stack of C, and so
 * scratch memory, of its own.
 */
public final class CallingThread {
  private final BoundLibrary library;
  private final Scratch scratch;

  CallingThread(BoundLibrary library, Scratch scratch) {
    this.library = library;
    this.scratch = scratch;
  }

  /** The library that it calls. */
  public BoundLibrary library() {
    return library;
  }

  /** The memory of its calls. */
  public Scratch scratch() {
    return scratch;
  }

  public Memory memory() {
    return scratch.memory();
  }
}
