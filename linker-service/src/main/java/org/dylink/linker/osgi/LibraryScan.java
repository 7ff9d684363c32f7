package org.dylink.linker.osgi;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dylink.format.MalformedModuleException;
import org.dylink.linker.osgi.Finding.Standing;
import org.dylink.linker.osgi.Resolution.Lack;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/** Looks at the framework: how far a library's bundle is, and what the library needs. */
final class LibraryScan {
  private final WireSearch wires;

  LibraryScan(WireSearch wires) {
    this.wires = wires;
  }

  /**
   * Looks at one library.
   *
   * @param known what was found before
   * @param resolution what unresolved bundles lack
   */
  Finding look(BundleCapability capability, Finding known, Resolution resolution) {
    BundleRevision revision = capability.getRevision();
    if (!BundleStanding.isCurrent(revision)) {
      return Finding.without(Standing.GONE, revision.getBundle(), List.of(goneReason(revision)));
    }
    Optional<Bundle> home = BundleStanding.home(revision);
    if (home.isPresent() && BundleStanding.isStarted(home.get())) {
      return started(capability, home.get(), known);
    }
    List<Lack> lacks = revision.getWiring() == null ? resolution.lacks(revision) : List.of();
    return lacks.isEmpty() ? stopped(revision, home) : unmet(revision, lacks);
  }

  private static Finding unmet(BundleRevision revision, List<Lack> lacks) {
    return new Finding(
        Standing.UNMET,
        revision.getBundle(),
        null,
        lacks.stream().map(Lack::need).filter(Objects::nonNull).toList(),
        lacks.stream().map(Lack::reason).toList());
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
}
