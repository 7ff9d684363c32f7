package org.dylink.linker.osgi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dylink.format.MalformedModuleException;
import org.dylink.linker.Library;
import org.dylink.linker.osgi.Finding.Standing;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Looks at the framework: how far a library's bundle is, and what the library needs. */
final class LibraryScan {
  private static final String OPTIONAL = "optional";

  private final WireSearch wires;
  private final Policies policies;

  LibraryScan(WireSearch wires, Policies policies) {
    this.wires = wires;
    this.policies = policies;
  }

  /**
   * Looks at a library whose bundle is resolved, or gone.
   *
   * @param known what was found before
   */
  Finding look(BundleCapability capability, Finding known) {
    BundleRevision revision = capability.getRevision();
    if (!BundleStanding.isCurrent(revision)) {
      return Finding.without(Standing.GONE, revision.getBundle(), List.of(goneReason(revision)));
    }
    Optional<Bundle> home = BundleStanding.home(revision);
    return home.isPresent() && BundleStanding.isStarted(home.get())
        ? started(capability, home.get(), known)
        : stopped(revision, home);
  }

  /**
   * Looks at a library whose bundle is not resolved.
   *
   * @param offers what it could be wired to
   */
  Finding lookAtUnresolved(BundleCapability capability, Offers offers) {
    BundleRevision revision = capability.getRevision();
    List<String> unmet = unmet(revision, offers);
    return unmet.isEmpty()
        ? stopped(revision, BundleStanding.home(revision))
        : Finding.without(Standing.UNMET, revision.getBundle(), unmet);
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

  private List<String> unmet(BundleRevision revision, Offers offers) {
    List<String> unmet = new ArrayList<>();
    for (BundleRequirement requirement : revision.getDeclaredRequirements(Library.NAMESPACE)) {
      if (!OPTIONAL.equals(requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE))) {
        unmet(requirement, offers).ifPresent(unmet::add);
      }
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
