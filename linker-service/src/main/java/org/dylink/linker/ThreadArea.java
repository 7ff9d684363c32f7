package org.dylink.linker;

import java.util.Optional;

/**
 * A part of the memory that one thread of a program has to itself. The stacks that C gives to
 * threads are not among them: they lie in what its malloc has, and C alone knows where.
 *
 * @param thread what C knows the thread by; 0 for the one that the program began with
 * @param library whose thread-local variables lie there; empty if it is the thread's stack
 * @param data where it lies: for the thread that has loaded the library in the library's own data
 */
public record ThreadArea(int thread, Optional<Library> library, DataRegion data) {
  /** As {@code [TLS of libz.so, thread 1]} or {@code [stack, thread 1]}. */
  @Override
  public String toString() {
    return library
        .map(owner -> "[TLS of " + owner.name() + ", thread " + thread + "]")
        .orElse("[stack, thread " + thread + "]");
  }
}
