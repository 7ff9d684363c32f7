package org.dylink.shell;

import java.util.List;
import org.dylink.linker.Library;
import org.dylink.linker.runtime.LibraryDTO;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Whom the bundles that are not resolved would be wired to: of those the linker knows no needs. */
final class ExpectedWires {
  private final BundleContext context;

  ExpectedWires(BundleContext context) {
    this.context = context;
  }

  /** Whether one library's bundle asks for what the other's provides, and has not got it yet. */
  boolean isMissedBy(LibraryDTO consumer, LibraryDTO provider) {
    BundleRevision asking = revision(consumer);
    BundleRevision offering = revision(provider);
    return asking != null
        && offering != null
        && asking.getWiring() == null
        && requirements(asking).stream().anyMatch(each -> matches(each, offering, provider.name));
  }

  private static boolean matches(
      BundleRequirement requirement, BundleRevision offering, String name) {
    return offering.getDeclaredCapabilities(Library.NAMESPACE).stream()
        .filter(capability -> name.equals(capability.getAttributes().get(Library.NAMESPACE)))
        .anyMatch(requirement::matches);
  }

  private static List<BundleRequirement> requirements(BundleRevision revision) {
    return revision.getDeclaredRequirements(Library.NAMESPACE);
  }

  private BundleRevision revision(LibraryDTO library) {
    Bundle bundle = library.current ? context.getBundle(library.bundle) : null;
    return bundle == null ? null : bundle.adapt(BundleRevision.class);
  }
}
