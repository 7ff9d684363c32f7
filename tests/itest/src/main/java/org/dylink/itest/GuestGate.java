package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;

/** A host function through which a program goes, and which tells that. It gives 0. */
final class GuestGate {
  private static final long LIMIT_SECONDS = 60;

  private final Semaphore inside = new Semaphore(0);
  private volatile CountDownLatch passage = new CountDownLatch(0);

  void register(BundleContext context) throws ReflectiveOperationException {
    NumberHost.asking(this::pass).register(context, 0);
  }

  /** Programs that come wait until it is opened. */
  void shut() {
    passage = new CountDownLatch(1);
  }

  void open() {
    passage.countDown();
  }

  /** Waits until a program has come: before, it may still be being linked. */
  void awaitGuest() throws InterruptedException {
    assertTrue(inside.tryAcquire(LIMIT_SECONDS, TimeUnit.SECONDS), "no program has come");
  }

  private int pass() {
    inside.release();
    try {
      passage.await();
      return 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
