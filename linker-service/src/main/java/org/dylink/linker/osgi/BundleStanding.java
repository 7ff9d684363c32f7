package org.dylink.linker.osgi;

import java.util.List;
import java.util.Optional;
import org.dylink.linker.Library;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/** How far bundles and their revisions are. */
final class BundleStanding {
  private static final String HOST = "osgi.wiring.host";

  private BundleStanding() {}

  /** Whether it is what its bundle is now. */
  static boolean isCurrent(BundleRevision revision) {
    return revision.equals(revision.getBundle().adapt(BundleRevision.class));
  }

  /** The wiring that carries a revision's wires: of a fragment, the host's; null without one. */
  static BundleWiring wiring(BundleRevision revision) {
    BundleWiring own = revision.getWiring();
    if (own == null) {
      return null;
    }
    List<BundleWire> hosts = wires(own, HOST);
    return hosts.isEmpty() ? own : hosts.get(0).getProviderWiring();
  }

  /** The wires of a kind that a wiring requires; a wiring that goes out of use has none. */
  static List<BundleWire> wires(BundleWiring wiring, String namespace) {
    List<BundleWire> wires = wiring.getRequiredWires(namespace);
    return wires == null ? List.of() : wires;
  }

  /** The wires by which others have the libraries of a wiring. */
  static List<BundleWire> users(BundleWiring wiring) {
    List<BundleWire> wires = wiring.getProvidedWires(Library.NAMESPACE);
    return wires == null ? List.of() : wires;
  }

  /** The libraries of a wiring; one that goes out of use has none. */
  static List<BundleCapability> libraries(BundleWiring wiring) {
    List<BundleCapability> libraries = wiring.getCapabilities(Library.NAMESPACE);
    return libraries == null ? List.of() : libraries;
  }

  /** The libraries without which a revision cannot be resolved. */
  static List<BundleRequirement> requirements(BundleRevision revision) {
    return revision.getDeclaredRequirements(Library.NAMESPACE).stream()
        .filter(
            requirement ->
                !Constants.RESOLUTION_OPTIONAL.equals(
                    requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE)))
        .toList();
  }

  /** The bundle whose start makes a revision's libraries usable; empty without a host. */
  static Optional<Bundle> home(BundleRevision revision) {
    if ((revision.getTypes() & BundleRevision.TYPE_FRAGMENT) == 0) {
      return Optional.of(revision.getBundle());
    }
    BundleWiring wiring = wiring(revision);
    return wiring == null || wiring == revision.getWiring()
        ? Optional.empty()
        : Optional.of(wiring.getBundle());
  }

  /** The bundles of a started bundle's fragments. */
  static List<Bundle> fragments(Bundle bundle) {
    BundleWiring wiring = bundle.adapt(BundleWiring.class);
    List<BundleWire> wires = wiring == null ? null : wiring.getProvidedWires(HOST);
    return wires == null
        ? List.of()
        : wires.stream().map(wire -> wire.getRequirer().getBundle()).toList();
  }
}
