package org.dylink.linker.osgi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;

/** Starts bundles on behalf of whoever has started them before. */
final class BundleStarter {
  private static final Logger LOG = System.getLogger(BundleStarter.class.getName());

  private BundleStarter() {}

  /** Whether someone wants it to run whenever it can. */
  static boolean isWanted(Bundle bundle) {
    BundleStartLevel level = bundle.adapt(BundleStartLevel.class);
    return bundle.getState() != Bundle.UNINSTALLED
        && level != null
        && level.isPersistentlyStarted();
  }

  // Somebody may stop it while it is being started again: what that one wants counts.
  static void startWanted(Bundle bundle) {
    if (isWanted(bundle)) {
      start(bundle);
      if (!isWanted(bundle)) {
        stop(bundle);
      }
    }
  }

  // Felix leaves bundles stopped that could not be resolved for a while; a bundle that runs already
  // is not touched by this.
  static void start(Bundle bundle) {
    try {
      bundle.start(Bundle.START_TRANSIENT | activationPolicy(bundle));
    } catch (BundleException | IllegalStateException e) {
      // It was uninstalled meanwhile, or lacks something else: whoever started it was told then.
      LOG.log(Level.WARNING, "{0}: not started again: {1}", bundle, e.getMessage());
    }
  }

  private static void stop(Bundle bundle) {
    try {
      bundle.stop(Bundle.STOP_TRANSIENT);
    } catch (BundleException | IllegalStateException e) {
      LOG.log(Level.WARNING, "{0}: not stopped again: {1}", bundle, e.getMessage());
    }
  }

  /** The option with which it was started: whether its activation policy counts. */
  private static int activationPolicy(Bundle bundle) {
    BundleStartLevel level = bundle.adapt(BundleStartLevel.class);
    return level != null && level.isActivationPolicyUsed() ? Bundle.START_ACTIVATION_POLICY : 0;
  }
}
