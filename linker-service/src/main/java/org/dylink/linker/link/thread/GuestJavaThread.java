package org.dylink.linker.link.thread;

import java.util.function.Consumer;

/** A thread of Java that a guest has begun, and that runs one of its threads and nothing else. */
public final class GuestJavaThread extends Thread {
  // A guest's call takes a Java frame of several hundred bytes; C code that recurses within its own
  // stack would overflow Java's default of 1 MiB. The first thread of a program has as much.
  private static final long STACK_BYTES = 64L << 20;

  private final GuestThreads program;
  private final GuestThread guest;

  /**
   * A thread that is not started.
   *
   * @param name as thread dumps of the JVM show it
   * @param work what it does
   */
  public GuestJavaThread(
      GuestThreads program, GuestThread guest, String name, Consumer<GuestThread> work) {
    super(null, () -> work.accept(guest), name, STACK_BYTES, false);
    this.program = program;
    this.guest = guest;
    guest.setRunner(this);
    setDaemon(true);
  }

  boolean isOf(GuestThreads threads) {
    return program == threads;
  }

  GuestThread guest() {
    return guest;
  }
}
