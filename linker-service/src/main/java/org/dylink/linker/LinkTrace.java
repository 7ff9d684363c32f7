package org.dylink.linker;

import java.util.function.Consumer;

/** Is told of the steps of a link, as LD_DEBUG prints them. */
@FunctionalInterface
public interface LinkTrace {
  /** Tells nobody. */
  LinkTrace NONE = (library, event) -> {};

  /**
   * Tells each step as a line for people: the milliseconds since this moment, the library, the
   * event.
   *
   * @param lines gets them, without an end of line
   */
  static LinkTrace timed(Consumer<String> lines) {
    long start = System.nanoTime();
    return (library, event) -> {
      double milliseconds = (System.nanoTime() - start) / 1e6;
      lines.accept(String.format("%8.1f ms  %s: %s", milliseconds, library, event));
    };
  }

  /**
   * A step is done.
   *
   * @param library the library that it concerned
   * @param event what was done, such as {@code placed: data 0x00100400 +120, slots 1 +3}
   */
  void step(String library, String event);
}
