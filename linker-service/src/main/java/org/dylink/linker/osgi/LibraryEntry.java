package org.dylink.linker.osgi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.dylink.linker.osgi.Finding.Standing;
import org.dylink.linker.runtime.LibraryState;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/**
 * One library capability of one bundle revision. Read by any thread; changed by the registry, which
 * guards it.
 */
final class LibraryEntry {
  // Felix refuses to resolve in two threads at once, so that one may not be enough.
  private static final int START_ATTEMPTS = 3;

  private final BundleCapability capability;
  private final Optional<String> refusal;
  private final RequiredNames required;
  private volatile Finding finding;
  private boolean wasStarted;
  private final AtomicInteger starts = new AtomicInteger(START_ATTEMPTS);
  private volatile boolean wasUnmet;
  private volatile int withdrawals;
  private volatile LibraryState state;
  private volatile List<String> reasons = List.of();

  /**
   * @param refusal why its bundle is not taken at all, if it is not
   * @param required what its bundle requires
   */
  LibraryEntry(BundleCapability capability, Optional<String> refusal, RequiredNames required) {
    this.capability = capability;
    this.refusal = refusal;
    this.required = required;
    this.finding = Finding.without(Standing.STOPPED, bundle(), List.of());
  }

  BundleCapability capability() {
    return capability;
  }

  /** Why its bundle is not taken at all, if it is not. */
  Optional<String> refusal() {
    return refusal;
  }

  BundleRevision revision() {
    return capability.getRevision();
  }

  Bundle bundle() {
    return revision().getBundle();
  }

  Finding finding() {
    return finding;
  }

  void setFinding(Finding found) {
    finding = found;
    wasStarted |= found.isStarted();
    if (found.standing() != Standing.STOPPED) {
      starts.set(START_ATTEMPTS);
      wasUnmet = found.standing() == Standing.UNMET;
    }
  }

  /** Whether one of some libraries may be what its bundle requires. */
  boolean mayRequire(Set<String> names) {
    return required.mayHave(names);
  }

  /** Whether its bundle could not be resolved, and was not started since. */
  boolean isAwaitingStart() {
    return starts.get() > 0
        && finding.standing() == Standing.STOPPED
        && (wasUnmet || bundle().getState() == Bundle.INSTALLED);
  }

  /** Counts an attempt: what cannot be started for another reason is not tried for ever. */
  boolean takeStart() {
    return starts.getAndDecrement() > 0;
  }

  /** How often its bundle has stopped: a finding from before the last time is out of date. */
  int withdrawals() {
    return withdrawals;
  }

  void setWithdrawals(int count) {
    withdrawals = count;
  }

  /** Its state; null until it is decided for the first time. */
  LibraryState state() {
    return state;
  }

  List<String> reasons() {
    return reasons;
  }

  /**
   * Decides the state.
   *
   * @param unmet what it waits for although its bundle is started
   * @return whether state or reasons are others than before
   */
  boolean decide(List<String> unmet) {
    List<String> why = unmet.isEmpty() ? finding.reasons() : unmet;
    LibraryState next = next(unmet);
    boolean changed = next != state || !why.equals(reasons);
    state = next;
    reasons = why;
    return changed;
  }

  private LibraryState next(List<String> unmet) {
    return switch (finding.standing()) {
      case UNMET -> LibraryState.WAITING;
      case STOPPED -> wasStarted ? LibraryState.WITHDRAWN : LibraryState.DISCOVERED;
      case STARTED -> unmet.isEmpty() ? LibraryState.AVAILABLE : LibraryState.WAITING;
      case BROKEN -> LibraryState.FAILED;
      case GONE -> LibraryState.WITHDRAWN;
    };
  }
}
