package org.dylink.linker.osgi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.dylink.linker.runtime.LibraryState;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

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
  private final Survey survey;
  private final Set<Bundle> dirty = new HashSet<>(); // guarded by dirty
  private final Queue<BundleLibrary> lost = new ConcurrentLinkedQueue<>();
  private final Object looking = new Object();
  private Runnable whenUpdated = () -> {};
  private volatile boolean awaitingPrograms;
  private volatile boolean closed;

  LibraryTracker(
      BundleContext context,
      LibraryRegistry registry,
      LibraryScan scan,
      Programs programs,
      LibraryListeners listeners,
      Rewiring rewiring) {
    this.context = context;
    this.registry = registry;
    this.services = new LibraryServices(registry);
    this.listeners = listeners;
    this.programs = programs;
    this.rewiring = rewiring;
    this.survey = new Survey(registry, scan, programs, lost::add);
  }

  /** What to do when all that can be linked is published; it must not wait. */
  void onUpdate(Runnable action) {
    whenUpdated = action;
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
    registry.entries().forEach(entry -> note(entry.bundle()));
  }

  /** Takes back the libraries of a bundle that stops, before it has stopped. */
  void withdraw(Bundle home) {
    List<BundleLibrary> withdrawn = new ArrayList<>();
    retract(registry.withdraw(home, withdrawn::add), withdrawn);
    note(home);
    BundleStanding.fragments(home).forEach(this::note);
  }

  /** Takes back the library that a HostLibrary service was, when that has gone. */
  void withdraw(HostOffer gone) {
    List<BundleLibrary> withdrawn = new ArrayList<>();
    retract(registry.withdraw(gone.bundle(), gone.host(), withdrawn::add), withdrawn);
    note(gone);
  }

  /** Notes that a HostLibrary service has come or gone. */
  void note(HostOffer offer) {
    // Null of one that has gone while it was being taken up.
    if (offer.bundle() != null) {
      note(offer.bundle());
      BundleStanding.fragments(offer.bundle()).forEach(this::note);
    }
  }

  // With those that need them: they cannot be linked any more either, and who uses their services
  // is to know before the bundle has stopped.
  private void retract(List<LibraryEntry> entries, List<BundleLibrary> withdrawn) {
    entries.forEach(listeners::note);
    programs.withdraw(withdrawn);
    registry.decide().forEach(listeners::note);
    withdrawn.forEach(services::settle);
    registry.dependents(entries).forEach(services::settle);
  }

  /** Looks at the bundles that were noted, and decides what can be linked. */
  void look() {
    synchronized (looking) {
      Set<Bundle> bundles = takeDirty();
      if (!bundles.isEmpty() && !closed) {
        survey.look(bundles);
        registry.decide().forEach(listeners::note);
        awaitingPrograms = survey.forgetGone();
      }
    }
  }

  /** Looks, and brings services, wires and listeners up to date. */
  void update() {
    look();
    if (!closed) {
      withdrawLost();
      services.retractUnavailable();
      registry.entries().forEach(this::publish);
      listeners.tell();
      rewiring.mend();
      whenUpdated.run();
    }
  }

  // Of fragments no event tells before they are gone: their programs are told after the look.
  private void withdrawLost() {
    for (BundleLibrary next = lost.poll(); next != null; next = lost.poll()) {
      programs.withdraw(List.of(next));
    }
  }

  /** Does the same after a bundle was started, and starts those that have waited for it. */
  void updateAfterStart(Bundle started) {
    note(started);
    update();
    if (!closed) {
      rewiring.startAwaiting(started);
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
    List<BundleLibrary> withdrawn = new ArrayList<>();
    for (LibraryEntry entry : registry.entries()) {
      registry.withdraw(entry.finding().home(), withdrawn::add);
    }
    // Last: whoever registers one meanwhile finds it withdrawn, or is found here.
    withdrawn.forEach(services::settle);
    services.retractAll();
  }

  private void publish(LibraryEntry entry) {
    Finding finding = entry.finding();
    if (entry.state() == LibraryState.AVAILABLE && finding.isStarted()) {
      services.publish(finding.library());
    }
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
}
