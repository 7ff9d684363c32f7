package org.dylink.linker.osgi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Does what else a person would do by hand. A library that is wired to one whose bundle was updated
 * or uninstalled gets new wires as soon as another bundle can take its place. A bundle that was to
 * be started and could not be resolved is started when what it needs has come.
 */
final class Rewiring {
  private static final Logger LOG = System.getLogger(Rewiring.class.getName());

  private final BundleContext context;
  private final Executor later;
  private final Set<Bundle> refreshing = new HashSet<>(); // guarded by this

  Rewiring(BundleContext context, Executor later) {
    this.context = context;
    this.later = later;
  }

  /** Refreshes the bundles whose wires lead to what is gone although there is a successor. */
  void mend(Collection<LibraryEntry> entries) {
    Set<Bundle> stale = new HashSet<>();
    for (LibraryEntry entry : entries) {
      // One that is not resolved has no wires.
      List<Need> wired = entry.finding().isStarted() ? entry.finding().needs() : List.of();
      for (Need need : wired) {
        if (isStale(need) && hasSuccessor(need, entries)) {
          stale.add(need.provider().getRevision().getBundle());
        }
      }
    }
    if (begin(stale)) {
      later.execute(() -> refresh(stale));
    }
  }

  /** Starts a bundle that someone wanted to run and that can be resolved now. */
  void start(Bundle bundle) {
    if (isUp() && bundle.getState() == Bundle.INSTALLED && BundleStanding.isWanted(bundle)) {
      later.execute(() -> startWanted(bundle));
    }
  }

  private static boolean isStale(Need need) {
    return need.requirement() != null // its own bundle's is as old as it is itself
        && !BundleStanding.isCurrent(need.provider().getRevision());
  }

  private static boolean hasSuccessor(Need need, Collection<LibraryEntry> entries) {
    return entries.stream()
        .filter(entry -> entry.finding().isStarted())
        .anyMatch(entry -> need.requirement().matches(entry.capability()));
  }

  private synchronized boolean begin(Set<Bundle> stale) {
    stale.removeAll(refreshing);
    refreshing.addAll(stale);
    return !stale.isEmpty() && isUp();
  }

  private void refresh(Set<Bundle> stale) {
    FrameworkWiring framework = system().adapt(FrameworkWiring.class);
    List<Bundle> running = new ArrayList<>(framework.getDependencyClosure(stale));
    running.removeIf(bundle -> !BundleStanding.isStarted(bundle));
    List<Bundle> transients = new ArrayList<>(running);
    transients.removeIf(BundleStanding::isWanted);
    running.removeAll(transients);
    LOG.log(Level.INFO, "new wires for {0}: a library that they need was replaced", running);
    framework.refreshBundles(
        stale,
        event ->
            later.execute(
                () -> {
                  end(stale);
                  running.forEach(this::startWanted);
                  transients.forEach(this::startNow);
                }));
  }

  private synchronized void end(Set<Bundle> stale) {
    refreshing.removeAll(stale);
  }

  // Somebody may stop it while it is being started again: what that one wants counts.
  private void startWanted(Bundle bundle) {
    if (BundleStanding.isWanted(bundle)) {
      startNow(bundle);
      if (!BundleStanding.isWanted(bundle)) {
        stopNow(bundle);
      }
    }
  }

  // Felix leaves bundles stopped that could not be resolved for a while; a bundle that runs already
  // is not touched by this.
  private void startNow(Bundle bundle) {
    try {
      bundle.start(Bundle.START_TRANSIENT | BundleStanding.activationPolicy(bundle));
    } catch (BundleException | IllegalStateException e) {
      // It was uninstalled meanwhile, or lacks something else: whoever started it was told then.
      LOG.log(Level.WARNING, "{0}: not started again: {1}", bundle, e.getMessage());
    }
  }

  private static void stopNow(Bundle bundle) {
    try {
      bundle.stop(Bundle.STOP_TRANSIENT);
    } catch (BundleException | IllegalStateException e) {
      LOG.log(Level.WARNING, "{0}: not stopped again: {1}", bundle, e.getMessage());
    }
  }

  private boolean isUp() {
    int state = system().getState();
    return state == Bundle.ACTIVE || state == Bundle.STARTING;
  }

  private Bundle system() {
    return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
  }
}
