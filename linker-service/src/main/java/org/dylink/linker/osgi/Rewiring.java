package org.dylink.linker.osgi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.dylink.linker.osgi.Finding.Standing;
import org.dylink.linker.settle.BundleStart;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Does what else a person would do by hand. A library, or another bundle, that is wired to one
 * whose bundle was updated or uninstalled gets new wires as soon as another bundle can take its
 * place. A bundle that was to be started and could not be resolved is started when what it needs
 * has come.
 */
final class Rewiring {
  private static final Logger LOG = System.getLogger(Rewiring.class.getName());
  private static final long QUIET_MILLIS = 200;
  private static final int POSTPONEMENTS = 10;

  private final BundleContext context;
  private final ScheduledExecutorService later;
  private final Supplier<List<LibraryEntry>> entries;
  private final Set<Bundle> refreshing = new HashSet<>(); // guarded by this
  private ScheduledFuture<?> pending; // guarded by this
  private int postponed; // guarded by this

  /**
   * @param entries the libraries as they are at a moment
   */
  Rewiring(
      BundleContext context, ScheduledExecutorService later, Supplier<List<LibraryEntry>> entries) {
    this.context = context;
    this.later = later;
    this.entries = entries;
  }

  /**
   * Has the bundles refreshed whose wires lead to what is gone although there is a successor. Not
   * at once: whoever uninstalls or updates one bundle may be about to do so with the next, and
   * Felix would tell him that it cannot, because of the refresh.
   */
  synchronized void mend() {
    if (staleBundles().isEmpty()) {
      return;
    }
    if (pending != null && postponed < POSTPONEMENTS && pending.cancel(false)) {
      pending = null;
      postponed++;
    }
    if (pending == null) {
      pending = later.schedule(this::refresh, QUIET_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /**
   * Starts the bundles that someone wanted to run, that could not be resolved, and whose needs have
   * been started now. In this thread: Felix does not resolve in two at once, and whoever has
   * started the last of these needs would be told that his next bundle cannot be resolved.
   *
   * @param started what was started last
   */
  void startAwaiting(Bundle started) {
    if (!isUp()) {
      return;
    }
    List<LibraryEntry> all = entries.get();
    Set<String> names = new HashSet<>();
    for (LibraryEntry entry : all) {
      if (entry.finding().home().equals(started)) {
        names.add(BundleLibrary.nameOf(entry.capability()));
      }
    }
    List<LibraryEntry> awaiting =
        all.stream()
            .filter(entry -> entry.isAwaitingStart() && entry.mayRequire(names))
            .filter(entry -> BundleStarter.isWanted(entry.bundle()))
            .toList();
    if (!awaiting.isEmpty()) {
      Offers offers = started(all);
      awaiting.forEach(entry -> startIfMet(entry, offers));
    }
  }

  private static void startIfMet(LibraryEntry entry, Offers started) {
    boolean met =
        BundleStanding.requirements(entry.revision()).stream().allMatch(started::hasMatch);
    if (met && entry.isAwaitingStart() && entry.takeStart()) {
      BundleStarter.startWanted(entry.bundle());
    }
  }

  private static Offers started(List<LibraryEntry> entries) {
    return new Offers(entries.stream().filter(entry -> entry.finding().isStarted()).toList());
  }

  private synchronized Set<Bundle> staleBundles() {
    Set<Bundle> stale = new HashSet<>();
    List<LibraryEntry> all = entries.get();
    if (all.stream().noneMatch(entry -> entry.finding().standing() == Standing.GONE)) {
      return stale;
    }
    Offers started = started(all);
    for (LibraryEntry entry : all) {
      if (entry.finding().standing() == Standing.GONE && hasSuccessor(entry, started)) {
        stale.add(entry.bundle());
      }
      for (Need need : entry.finding().needs()) {
        if (isStale(need) && started.hasMatch(need.requirement())) {
          stale.add(need.provider().getRevision().getBundle());
        }
      }
    }
    stale.removeAll(refreshing);
    return stale;
  }

  // Who is wired to it need not be a library: a bundle of Java interfaces has no entry.
  private static boolean hasSuccessor(LibraryEntry gone, Offers started) {
    BundleWiring wiring = BundleStanding.wiring(gone.revision());
    return wiring != null
        && BundleStanding.users(wiring).stream()
            .filter(wire -> wire.getCapability().getRevision().equals(gone.revision()))
            .anyMatch(wire -> started.hasMatch(wire.getRequirement()));
  }

  private static boolean isStale(Need need) {
    return need.requirement() != null // its own bundle's is as old as it is itself
        && !BundleStanding.isCurrent(need.provider().getRevision());
  }

  private synchronized Set<Bundle> begin() {
    pending = null;
    postponed = 0;
    Set<Bundle> stale = staleBundles();
    refreshing.addAll(stale);
    return stale;
  }

  private void refresh() {
    Set<Bundle> stale = begin();
    if (stale.isEmpty() || !isUp()) {
      return;
    }
    FrameworkWiring framework = system().adapt(FrameworkWiring.class);
    List<Bundle> running = new ArrayList<>(framework.getDependencyClosure(stale));
    running.removeIf(bundle -> !BundleStart.isDone(bundle));
    LOG.log(Level.INFO, "new wires for {0}: a library that they need was replaced", running);
    List<Bundle> wanted = running.stream().filter(BundleStarter::isWanted).toList();
    running.removeAll(wanted);
    framework.refreshBundles(
        stale, event -> later.execute(() -> startAgain(stale, wanted, running)));
  }

  private void startAgain(Set<Bundle> stale, List<Bundle> wanted, List<Bundle> transients) {
    end(stale);
    wanted.forEach(BundleStarter::startWanted);
    transients.forEach(BundleStarter::start);
  }

  private synchronized void end(Set<Bundle> stale) {
    refreshing.removeAll(stale);
  }

  private boolean isUp() {
    // Before, the framework starts what is to run; afterwards, it stops everything.
    return system().getState() == Bundle.ACTIVE;
  }

  private Bundle system() {
    return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
  }
}
