package org.dylink.linker.link.replace;

import java.util.ArrayDeque;
import java.util.Deque;

/** What takes back the steps of a replacement, the last one first. */
final class Undo {
  private final Deque<Runnable> steps = new ArrayDeque<>();

  /** Notes how a step that is done is taken back. */
  void add(Runnable step) {
    steps.push(step);
  }

  /** Takes all of them back. */
  void run() {
    while (!steps.isEmpty()) {
      steps.pop().run();
    }
  }
}
