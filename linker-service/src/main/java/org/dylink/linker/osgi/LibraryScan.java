package org.dylink.linker.osgi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dylink.format.MalformedModuleException;
import org.dylink.linker.osgi.Finding.Standing;
import org.dylink.linker.settle.BundleStart;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Looks at the framework: how far a library's bundle is, and what the library needs. */
final class LibraryScan {
  private final WireSearch wires;
  private final Policies policies;
  private final HostChoice hosts;

  LibraryScan(WireSearch wires, Policies policies, HostChoice hosts) {
    this.wires = wires;
    this.policies = policies;
    this.hosts = hosts;
  }

  /**
   * Looks at a library whose bundle is resolved, or gone. What a refused bundle has is not read.
   */
  Finding look(LibraryEntry entry) {
    BundleCapability capability = entry.capability();
    BundleRevision revision = entry.revision();
    if (!BundleStanding.isCurrent(revision)) {
      return Finding.without(Standing.GONE, revision.getBundle(), List.of(goneReason(revision)));
    }
    Optional<Bundle> home = BundleStanding.home(revision);
    if (entry.refusal().isPresent()) {
      return refused(entry, home);
    }
    if (home.isEmpty() || !BundleStart.isDone(home.get())) {
      return stopped(revision, home);
    }
    return BundleLibrary.isHost(capability)
        ? host(capability, home.get(), entry.finding())
        : started(capability, home.get(), entry.finding());
  }

  /**
   * Looks at a library whose bundle is not resolved.
   *
   * @param unmet tells what a bundle requires and cannot be wired to
   */
  static Finding lookAtUnresolved(
      LibraryEntry entry, Function<BundleRevision, List<String>> unmet) {
    BundleRevision revision = entry.revision();
    if (entry.refusal().isPresent()) {
      return refused(entry, BundleStanding.home(revision));
    }
    List<String> own = unmet.apply(revision);
    return own.isEmpty()
        ? stopped(revision, BundleStanding.home(revision))
        : Finding.without(Standing.UNMET, revision.getBundle(), own);
  }

  private static Finding refused(LibraryEntry entry, Optional<Bundle> home) {
    List<String> reasons = entry.refusal().stream().toList();
    return Finding.without(Standing.BROKEN, home.orElse(entry.bundle()), reasons);
  }

  private Finding started(BundleCapability capability, Bundle home, Finding known) {
    try {
      BundleLibrary library =
          known.library() != null ? known.library() : BundleLibrary.read(capability);
      List<Need> needs =
          library.needed().stream().map(name -> wires.locate(name, library)).toList();
      return new Finding(Standing.STARTED, home, library, needs, List.of());
    } catch (IOException | MalformedModuleException e) {
      return Finding.without(Standing.BROKEN, home, List.of(e.getMessage()));
    }
  }

  private Finding host(BundleCapability capability, Bundle home, Finding known) {
    String name = BundleLibrary.nameOf(capability);
    Optional<HostOffer> offer = hosts.find(name, home);
    if (offer.isEmpty()) {
      return Finding.without(Standing.STOPPED, home, List.of(noService(capability, home)));
    } else if (offer.get().failure() != null) {
      return Finding.without(Standing.BROKEN, home, List.of(offer.get().failure()));
    } else if (isThatOf(offer.get(), known)) {
      return known;
    }
    try {
      BundleLibrary library = BundleLibrary.of(capability, offer.get().library());
      return new Finding(Standing.STARTED, home, library, List.of(), List.of());
    } catch (IOException e) {
      return Finding.without(Standing.BROKEN, home, List.of(e.getMessage()));
    }
  }

  private static boolean isThatOf(HostOffer offer, Finding known) {
    return known.isStarted() && known.library().host().equals(Optional.of(offer.host()));
  }

  /** Why a library of Java functions is not there although its bundle is started. */
  static String noService(BundleCapability capability, Bundle home) {
    String name = BundleLibrary.nameOf(capability);
    return "bundle " + BundleLibrary.describe(home) + " has no HostLibrary service " + name;
  }

  private static Finding stopped(BundleRevision revision, Optional<Bundle> home) {
    Bundle bundle = revision.getBundle();
    String reason =
        home.isEmpty()
            ? "fragment " + BundleLibrary.describe(bundle) + " has no host"
            : "bundle " + BundleLibrary.describe(home.get()) + " is not started";
    return Finding.without(Standing.STOPPED, home.orElse(bundle), List.of(reason));
  }

  private static String goneReason(BundleRevision revision) {
    Bundle bundle = revision.getBundle();
    String event = bundle.getState() == Bundle.UNINSTALLED ? " was uninstalled" : " was updated";
    return "bundle " + BundleLibrary.describe(bundle) + event;
  }

  /**
   * What a bundle requires and cannot be wired to, a sentence each.
   *
   * @param offers what it could be wired to
   */
  List<String> unmet(BundleRevision revision, Offers offers) {
    List<String> unmet = new ArrayList<>();
    for (BundleRequirement requirement : BundleStanding.requirements(revision)) {
      unmet(requirement, offers).ifPresent(unmet::add);
    }
    return unmet;
  }

  private Optional<String> unmet(BundleRequirement requirement, Offers offers) {
    List<BundleCapability> matches = offers.matching(requirement);
    String filter = RequiredName.filter(requirement);
    if (matches.isEmpty()) {
      return Optional.of("no bundle that can be resolved provides " + filter);
    }
    List<Optional<String>> refusals =
        matches.stream().map(match -> policies.refuseWire(requirement, match)).toList();
    return refusals.stream().allMatch(Optional::isPresent)
        ? Optional.of(filter + " refused: " + refusals.get(0).orElseThrow())
        : Optional.empty();
  }
}
