package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;

/** Lets the framework wire bundles anew, and waits until it has. */
final class Refresh {
  private static final long LIMIT_SECONDS = 30;

  private Refresh() {}

  /** Forgets the wirings of all bundles that were uninstalled or updated. */
  static void removalPending(BundleContext context) throws InterruptedException {
    Collection<Bundle> pending = wiring(context).getRemovalPendingBundles();
    if (!pending.isEmpty()) {
      bundles(context, pending);
    }
  }

  /** Refreshes bundles and what is wired to them. */
  static void bundles(BundleContext context, Collection<Bundle> bundles)
      throws InterruptedException {
    CountDownLatch refreshed = new CountDownLatch(1);
    wiring(context).refreshBundles(bundles, event -> refreshed.countDown());
    assertTrue(refreshed.await(LIMIT_SECONDS, TimeUnit.SECONDS), "bundles are not refreshed");
  }

  private static FrameworkWiring wiring(BundleContext context) {
    return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
  }
}
