package org.dylink.linker.osgi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dylink.linker.Library;
import org.dylink.linker.osgi.Finding.Standing;
import org.dylink.linker.runtime.LibraryState;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Makes the registry, the services and the listeners agree with the framework. {@link #look} looks
 * at what may have changed and decides anew; {@link #update} also carries out the difference. It
 * always compares, and so does not depend on the order in which events arrive.
 *
 * <p>Looking happens under a lock, but calls nobody who could wait for another thread; services are
 * registered and listeners called without it.
 */
final class LibraryTracker {
  private final BundleContext context;
  private final LibraryRegistry registry;
  private final LibraryServices services;
  private final LibraryListeners listeners;
  private final Programs programs;
  private final Rewiring rewiring;
  private final LibraryScan scan;
  private final Set<Bundle> dirty = new HashSet<>(); // guarded by dirty
  private final Object looking = new Object();
  private volatile boolean awaitingPrograms;
  private volatile boolean closed;

  LibraryTracker(
      BundleContext context,
      LibraryRegistry registry,
      WireSearch wires,
      Policies policies,
      Programs programs,
      LibraryListeners listeners,
      Rewiring rewiring) {
    this.context = context;
    this.registry = registry;
    this.services = new LibraryServices(registry);
    this.listeners = listeners;
    this.programs = programs;
    this.rewiring = rewiring;
    this.scan = new LibraryScan(wires, policies);
  }

  /** Notes that a bundle is to be looked at. */
  void note(Bundle bundle) {
    synchronized (dirty) {
      dirty.add(bundle);
    }
  }

  /** Notes that all bundles are to be looked at. */
  void noteAll() {
    List.of(context.getBundles()).forEach(this::note);
    registry.entries().forEach(entry -> note(entry.capability().getRevision().getBundle()));
  }

  /** Takes back the libraries of a bundle that stops, before it has stopped. */
  void withdraw(Bundle home) {
    List<BundleLibrary> withdrawn = new ArrayList<>();
    registry.withdraw(home, withdrawn::add).forEach(listeners::note);
    programs.withdraw(withdrawn);
    withdrawn.forEach(services::retract);
    note(home);
    BundleStanding.fragments(home).forEach(this::note);
  }

  /** Looks at the bundles that were noted, and decides what can be linked. */
  void look() {
    synchronized (looking) {
      Set<Bundle> bundles = takeDirty();
      if (!bundles.isEmpty() && !closed) {
        look(bundles);
        registry.decide().forEach(listeners::note);
        forgetGone();
      }
    }
  }

  /** Looks, and brings services, wires and listeners up to date. */
  void update() {
    look();
    if (!closed) {
      services.retractUnavailable();
      registry.entries().forEach(this::publish);
      listeners.tell();
      rewiring.mend();
    }
  }

  /** Does the same after a bundle was started, and starts those that have waited for it. */
  void updateAfterStart() {
    update();
    if (!closed) {
      rewiring.startAwaiting();
    }
  }

  /**
   * Notes that a program has ended: libraries that are gone may be used by nobody any more.
   *
   * @return whether there are any
   */
  boolean noteEnd() {
    if (awaitingPrograms) {
      noteAll();
    }
    return awaitingPrograms;
  }

  /** Takes back everything. */
  void close() {
    synchronized (looking) {
      closed = true;
    }
    for (LibraryEntry entry : registry.entries()) {
      registry.withdraw(entry.finding().home(), library -> {});
    }
    // Last: whoever registers one meanwhile finds it withdrawn, or is found here.
    services.retractAll();
  }

  private void publish(LibraryEntry entry) {
    Finding finding = entry.finding();
    if (entry.state() == LibraryState.AVAILABLE && finding.isStarted()) {
      services.publish(finding.library(), finding.home());
    }
  }

  private void look(Set<Bundle> bundles) {
    for (Bundle bundle : bundles) {
      capabilities(bundle).forEach(registry::entry);
    }
    List<LibraryEntry> unresolved = new ArrayList<>();
    for (LibraryEntry entry : registry.entries()) {
      if (isUnresolved(entry)) {
        unresolved.add(entry);
      } else if (bundles.contains(entry.capability().getRevision().getBundle())) {
        int withdrawals = entry.withdrawals();
        registry.apply(entry, scan.look(entry.capability(), entry.finding()), withdrawals);
      }
    }
    lookAtUnresolved(unresolved);
  }

  // What a new bundle offers may be what another one could not be resolved without, and the same
  // goes for what that one offers.
  private void lookAtUnresolved(List<LibraryEntry> unresolved) {
    if (unresolved.isEmpty()) {
      return;
    }
    Offers offers = new Offers(registry.entries());
    Map<LibraryEntry, Finding> findings = new LinkedHashMap<>();
    int before;
    do {
      before = offers.size();
      for (LibraryEntry entry : unresolved) {
        Finding finding = scan.lookAtUnresolved(entry.capability(), offers);
        findings.put(entry, finding);
        if (finding.standing() == Standing.UNMET) {
          offers.remove(entry.capability());
        }
      }
    } while (offers.size() < before);
    findings.forEach((entry, finding) -> registry.apply(entry, finding, entry.withdrawals()));
  }

  private static boolean isUnresolved(LibraryEntry entry) {
    BundleRevision revision = entry.capability().getRevision();
    return revision.getWiring() == null && BundleStanding.isCurrent(revision);
  }

  private Set<Bundle> takeDirty() {
    synchronized (dirty) {
      Set<Bundle> taken = new HashSet<>(dirty);
      dirty.clear();
      // A host's state is that of its fragments' libraries.
      List.copyOf(taken).forEach(bundle -> taken.addAll(BundleStanding.fragments(bundle)));
      return taken;
    }
  }

  private void forgetGone() {
    boolean held = false;
    for (LibraryEntry entry : registry.entries()) {
      if (entry.finding().standing() == Standing.GONE) {
        boolean used = isUsed(entry.capability());
        held |= used;
        if (!used) {
          registry.remove(entry);
        }
      }
    }
    awaitingPrograms = held;
  }

  private boolean isUsed(BundleCapability capability) {
    BundleRevision revision = capability.getRevision();
    return (revision.getWiring() != null && revision.getWiring().isInUse())
        || !programs.using(LibraryKey.of(capability)).isEmpty();
  }

  private static List<BundleCapability> capabilities(Bundle bundle) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    return revision == null ? List.of() : revision.getDeclaredCapabilities(Library.NAMESPACE);
  }
}
