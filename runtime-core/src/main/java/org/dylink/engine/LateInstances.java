package org.dylink.engine;

/**
 * Makes instances for a thread of a guest when it needs them. A library that one thread opens is
 * known to all at once, by a function pointer or a symbol; nobody is stopped for that. Whoever
 * comes to code of an instance that its thread does not have yet gets it first.
 */
@FunctionalInterface
public interface LateInstances {
  /**
   * Makes an instance for the current thread by {@link Instance#forThread}, and initializes and
   * starts it. Called in the turn of the thread, in the middle of its guest code; several threads
   * may call at once. What it throws comes out of the guest's call, and the next one asks again.
   *
   * @param instance as another thread has it
   */
  void enter(Instance instance);
}
