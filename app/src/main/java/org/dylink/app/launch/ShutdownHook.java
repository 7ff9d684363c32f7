package org.dylink.app.launch;

/** Work that is done also when the process is told to end, by Ctrl-C for one. */
final class ShutdownHook {
  private final Thread thread;

  ShutdownHook(Runnable work) {
    thread = new Thread(work, "dylink-shutdown");
    Runtime.getRuntime().addShutdownHook(thread);
  }

  /** To be called once the work is done, else the hook keeps all that it refers to. */
  void remove() {
    try {
      Runtime.getRuntime().removeShutdownHook(thread);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook is at work.
    }
  }
}
