package org.dylink.linker.osgi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.linker.Library;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleCapability;

/** The libraries of all started bundles. */
final class LibraryRegistry {
  private static final Comparator<Library> BY_VERSION =
      Comparator.comparing(library -> Version.parseVersion(library.version()));

  private final Map<BundleCapability, BundleLibrary> libraries = new LinkedHashMap<>(); // by this

  synchronized void add(BundleLibrary library) {
    libraries.put(library.capability(), library);
  }

  synchronized void removeAll(Collection<BundleLibrary> gone) {
    libraries.values().removeAll(gone);
  }

  synchronized Optional<BundleLibrary> provider(BundleCapability capability) {
    return Optional.ofNullable(libraries.get(capability));
  }

  /** By name, then highest version first; of equal ones the older first. */
  synchronized List<Library> all() {
    List<Library> all = new ArrayList<>(libraries.values());
    all.sort(Comparator.comparing(Library::name).thenComparing(BY_VERSION.reversed()));
    return all;
  }

  Optional<Library> highest(String name) {
    return all().stream().filter(library -> library.name().equals(name)).findFirst();
  }
}
