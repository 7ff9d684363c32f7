package org.dylink.linker.osgi;

import java.util.concurrent.Executor;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.SynchronousBundleListener;

/**
 * Hears what becomes of bundles. The libraries of a bundle that has been started are there when its
 * start returns; those of one that stops are gone before it has stopped. Everything else follows in
 * another thread, because frameworks tell of it while they hold locks.
 */
final class BundleEvents implements SynchronousBundleListener, FrameworkListener {
  private final BundleContext context;
  private final LibraryTracker tracker;
  private final Executor later;

  BundleEvents(BundleContext context, LibraryTracker tracker, Executor later) {
    this.context = context;
    this.tracker = tracker;
    this.later = later;
  }

  void open() {
    context.addBundleListener(this);
    context.addFrameworkListener(this);
    tracker.noteAll();
    tracker.update();
  }

  void close() {
    context.removeFrameworkListener(this);
    context.removeBundleListener(this);
  }

  @Override
  public void bundleChanged(BundleEvent event) {
    switch (event.getType()) {
      case BundleEvent.STOPPING -> tracker.withdraw(event.getBundle());
      case BundleEvent.UNRESOLVED -> {
        // Felix does not stop a bundle that awaits its lazy activation before it uninstalls it.
        tracker.withdraw(event.getBundle());
        later.execute(tracker::update);
      }
      case BundleEvent.STARTED, BundleEvent.LAZY_ACTIVATION -> {
        tracker.updateAfterStart(event.getBundle());
      }
      case BundleEvent.STARTING -> {}
      default -> {
        tracker.note(event.getBundle());
        later.execute(tracker::update);
      }
    }
  }

  @Override
  public void frameworkEvent(FrameworkEvent event) {
    if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
      tracker.noteAll();
      later.execute(tracker::update);
    }
  }
}
