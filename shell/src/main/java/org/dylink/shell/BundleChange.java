package org.dylink.shell;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dylink.linker.Linker;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/** Changes bundles together with what is wired to them. */
final class BundleChange {
  private static final long REFRESH_SECONDS = 10;

  /** What is done to a bundle while nobody uses it. */
  @FunctionalInterface
  interface Change {
    void apply(Bundle bundle) throws BundleException;
  }

  private final BundleContext context;

  BundleChange(BundleContext context) {
    this.context = context;
  }

  /** The bundle whose service links programs. */
  Bundle linker() {
    return context.getServiceReference(Linker.class).getBundle();
  }

  /** Bundles, and those that are wired to them, directly or not. */
  Collection<Bundle> withDependents(Collection<Bundle> bundles) {
    return wiring().getDependencyClosure(bundles);
  }

  /**
   * Stops bundles with their dependents, changes them, wires all anew and starts again what ran. A
   * dependent that lacks something now stays stopped; the linker starts it when that has come.
   *
   * @throws BundleException if a bundle cannot be stopped or changed; the others run again then
   * @throws CommandException if the framework takes longer than 10 s to wire them
   */
  void change(Collection<Bundle> bundles, Change change) throws BundleException {
    Collection<Bundle> all = withDependents(bundles);
    Map<Bundle, Integer> running = running(all);
    try {
      // All of them first: the linker itself would mend a running bundle that lost its wires.
      for (Bundle bundle : running.keySet()) {
        bundle.stop(Bundle.STOP_TRANSIENT);
      }
      for (Bundle bundle : bundles) {
        change.apply(bundle);
      }
    } finally {
      refresh(all);
      running.forEach(BundleChange::startAgain);
    }
  }

  /** Those that are started, with the options with which to start them again. */
  private static Map<Bundle, Integer> running(Collection<Bundle> bundles) {
    Map<Bundle, Integer> running = new LinkedHashMap<>();
    for (Bundle bundle : bundles) {
      switch (bundle.getState()) {
        case Bundle.ACTIVE -> running.put(bundle, Bundle.START_TRANSIENT);
        // It waits for the first use of a class.
        case Bundle.STARTING ->
            running.put(bundle, Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
        default -> {}
      }
    }
    return running;
  }

  private static void startAgain(Bundle bundle, int options) {
    try {
      if (bundle.getState() != Bundle.UNINSTALLED) {
        start(bundle, options);
      }
    } catch (BundleException e) {
      // wasm:why tells, and the linker starts it again.
      return;
    }
  }

  /** Starts a bundle; a fragment has no life of its own and is left as it is. */
  static void start(Bundle bundle, int options) throws BundleException {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    if ((revision.getTypes() & BundleRevision.TYPE_FRAGMENT) == 0) {
      bundle.start(options);
    }
  }

  private void refresh(Collection<Bundle> bundles) {
    if (bundles.isEmpty()) {
      return; // of none, the framework would refresh whatever is pending
    }
    CountDownLatch refreshed = new CountDownLatch(1);
    wiring().refreshBundles(bundles, event -> refreshed.countDown());
    try {
      if (!refreshed.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
        throw new CommandException("the framework is still refreshing bundles after 10 s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private FrameworkWiring wiring() {
    return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
  }

  /** {@code symbolic.name 1.0.0}. */
  static String describe(Bundle bundle) {
    return bundle.getSymbolicName() + " " + bundle.getVersion();
  }

  /** The bundles of some ids. */
  List<Bundle> bundles(Collection<Long> ids) {
    return ids.stream().distinct().map(context::getBundle).toList();
  }
}
