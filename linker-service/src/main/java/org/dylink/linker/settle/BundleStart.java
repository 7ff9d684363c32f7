package org.dylink.linker.settle;

import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/** Whether a bundle is started, which its state alone does not tell. */
public final class BundleStart {
  private BundleStart() {}

  /**
   * Whether it is started. One without classes and with lazy activation stays in STARTING, and is
   * as good as active.
   */
  public static boolean isDone(Bundle bundle) {
    return bundle.getState() == Bundle.ACTIVE
        || (bundle.getState() == Bundle.STARTING && isLazy(bundle));
  }

  private static boolean isLazy(Bundle bundle) {
    String policy = bundle.getHeaders("").get(Constants.BUNDLE_ACTIVATIONPOLICY);
    return policy != null && policy.strip().startsWith(Constants.ACTIVATION_LAZY);
  }
}
