package org.dylink.linker.link.thread;

import org.dylink.engine.ExecutionControl;

/** The control of whichever thread of a program runs here; a stop is one of all its threads. */
final class CurrentControl implements ExecutionControl {
  private final GuestThreads threads;

  CurrentControl(GuestThreads threads) {
    this.threads = threads;
  }

  private ExecutionControl current() {
    return threads.current().control();
  }

  @Override
  public void enter() {
    current().enter();
  }

  @Override
  public boolean tryEnter() {
    return current().tryEnter();
  }

  @Override
  public void leave() {
    current().leave();
  }

  @Override
  public int depth() {
    return current().depth();
  }

  @Override
  public void checkNotStopped() {
    current().checkNotStopped();
  }

  @Override
  public RuntimeException explained(RuntimeException thrown) {
    return current().explained(thrown);
  }

  @Override
  public void stop(String reason) {
    threads.stop(reason);
  }
}
