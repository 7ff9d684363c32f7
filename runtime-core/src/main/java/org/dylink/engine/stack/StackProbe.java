package org.dylink.engine.stack;

/** Needs as much stack as it looks for, and does nothing with it; generated, one for each size. */
abstract class StackProbe {
  /**
   * Returns if the stack has room.
   *
   * @throws StackOverflowError if it has none
   */
  abstract void touch();
}
