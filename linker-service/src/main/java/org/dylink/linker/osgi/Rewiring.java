package org.dylink.linker.osgi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.dylink.linker.Library;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
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
      for (Need need : entry.finding().needs()) {
        if (isStale(need) && hasSuccessor(need, entries)) {
          stale.add(need.provider().getRevision().getBundle());
        }
      }
    }
    if (begin(stale)) {
      later.execute(() -> refresh(stale));
    }
  }

  /**
   * Starts the bundles that someone wanted to run, that could not be resolved, and whose needs have
   * been started now. In this thread: Felix does not resolve in two at once, and whoever has
   * started the last of these needs would be told that his next bundle cannot be resolved.
   */
  void startAwaiting(Collection<LibraryEntry> entries) {
    for (LibraryEntry entry : entries) {
      if (entry.isAwaitingStart() && isUp() && areNeedsStarted(entry, entries)) {
        Bundle bundle = entry.capability().getRevision().getBundle();
        if (entry.takeStart()) {
          startWanted(bundle);
        }
      }
    }
  }

  private static boolean areNeedsStarted(LibraryEntry entry, Collection<LibraryEntry> entries) {
    BundleRevision revision = entry.capability().getRevision();
    return revision.getDeclaredRequirements(Library.NAMESPACE).stream()
        .allMatch(requirement -> isStarted(requirement, entries));
  }

  private static boolean isStarted(
      BundleRequirement requirement, Collection<LibraryEntry> entries) {
    return entries.stream()
        .filter(entry -> entry.finding().isStarted())
        .anyMatch(entry -> requirement.matches(entry.capability()));
  }

  private static boolean isStale(Need need) {
    return need.requirement() != null // its own bundle's is as old as it is itself
        && !BundleStanding.isCurrent(need.provider().getRevision());
  }

  private static boolean hasSuccessor(Need need, Collection<LibraryEntry> entries) {
    return isStarted(need.requirement(), entries);
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
