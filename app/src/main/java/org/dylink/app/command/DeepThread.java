package org.dylink.app.command;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.dylink.linker.LinkException;

/**
 * Runs guest code in a thread with a deep stack. A guest's call takes a Java frame of several
 * hundred bytes, so that C code which recurses within its own stack would overflow Java's default
 * of 1 MiB.
 */
final class DeepThread {
  // More would make a runaway recursion take seconds to unwind.
  private static final long STACK_BYTES = 64L << 20;

  private DeepThread() {}

  static int call(String name, Callable<Integer> work) throws LinkException {
    FutureTask<Integer> task = new FutureTask<>(work);
    Thread thread = new Thread(null, task, name, STACK_BYTES);
    thread.start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a program runs", e);
    }
  }

  private static RuntimeException rethrown(Throwable cause) throws LinkException {
    if (cause instanceof LinkException failure) {
      throw failure;
    } else if (cause instanceof RuntimeException failure) {
      throw failure;
    } else if (cause instanceof Error failure) {
      throw failure;
    }
    return new IllegalStateException(cause);
  }
}
