package org.dylink.app.command;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dylink.app.search.Installed;
import org.dylink.format.ProgramKind;
import org.dylink.headers.LibraryHeaders;
import org.dylink.linker.Library;
import org.dylink.linker.Linker;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.resource.Capability;

/**
 * The libraries in the framework's bundles.
 *
 * @param left bundles that do not count
 */
record InstalledLibraries(BundleContext context, Predicate<Bundle> left) implements Installed {
  InstalledLibraries(BundleContext context) {
    this(context, bundle -> false);
  }

  InstalledLibraries without(Predicate<Bundle> others) {
    return new InstalledLibraries(context, left.or(others));
  }

  @Override
  public Optional<String> origin(String library, ProgramKind program) {
    return bundles(library, program)
        .findFirst()
        .map(bundle -> "bundle " + bundle.getSymbolicName() + " " + bundle.getVersion());
  }

  @Override
  public boolean isReserved(String library) {
    Bundle linker = context.getServiceReference(Linker.class).getBundle();
    return bundles(library, ProgramKind.ANY).anyMatch(bundle -> bundle.equals(linker));
  }

  private Stream<Bundle> bundles(String library, ProgramKind program) {
    return Arrays.stream(context.getBundles())
        .filter(left.negate())
        .filter(bundle -> provides(bundle, library, program));
  }

  private static boolean provides(Bundle bundle, String library, ProgramKind program) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    return revision != null
        && revision.getDeclaredCapabilities(Library.NAMESPACE).stream()
            .map(Capability::getAttributes)
            .filter(attributes -> library.equals(attributes.get(Library.NAMESPACE)))
            .map(LibraryHeaders::programKind)
            .anyMatch(program::fits);
  }
}
