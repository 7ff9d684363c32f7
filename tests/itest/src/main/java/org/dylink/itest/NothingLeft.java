package org.dylink.itest;

import java.util.Objects;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** Fails a test after which the framework is not as it was before. */
final class NothingLeft implements BeforeEachCallback {
  private static final BundleContext CONTEXT =
      Objects.requireNonNull(FrameworkUtil.getBundle(NothingLeft.class)).getBundleContext();

  @Override
  public void beforeEach(ExtensionContext test) {
    FrameworkState before = FrameworkState.of(CONTEXT);
    // Closed when everything that was put in after it is closed.
    test.getStore(Namespace.create(NothingLeft.class))
        .put(FrameworkState.class, (AutoCloseable) () -> check(before));
  }

  private static void check(FrameworkState before) throws InterruptedException {
    // An uninstalled bundle's wiring stays until then, and the next test could be wired to it.
    Refresh.removalPending(CONTEXT);
    before.assertUnchanged();
  }
}
