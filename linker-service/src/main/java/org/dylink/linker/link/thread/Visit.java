package org.dylink.linker.link.thread;

import java.lang.ref.WeakReference;
import java.util.Optional;

/**
 * A thread of Java that calls into a program, and the thread of the guest's that it is there.
 * Emptied when the program is gone: the Java thread keeps the visit, and must not keep the program.
 */
final class Visit {
  private final WeakReference<Thread> visitor;
  private final boolean isExpected;
  private volatile GuestThread guest;

  /**
   * @param visitor null for one who has not come yet
   */
  Visit(Thread visitor, GuestThread guest) {
    this.visitor = new WeakReference<>(visitor);
    this.isExpected = visitor == null;
    this.guest = guest;
  }

  /** Null once the program is gone. */
  GuestThread guest() {
    return guest;
  }

  /** Whether nobody has come. */
  boolean isExpected() {
    return isExpected;
  }

  /** Who visits; empty if it is no more, or has not come. */
  Optional<Thread> visitor() {
    return Optional.ofNullable(visitor.get()).filter(Thread::isAlive);
  }

  boolean isOver() {
    return visitor().isEmpty();
  }

  void forget() {
    guest = null;
  }
}
