package org.dylink.linker;

/** Is told of the steps of a link, as LD_DEBUG prints them. */
@FunctionalInterface
public interface LinkTrace {
  /** Tells nobody. */
  LinkTrace NONE = (library, event) -> {};

  /**
   * A step is done.
   *
   * @param library the library that it concerned
   * @param event what was done, such as {@code placed: data 0x00100400 +120, slots 1 +3}
   */
  void step(String library, String event);
}
