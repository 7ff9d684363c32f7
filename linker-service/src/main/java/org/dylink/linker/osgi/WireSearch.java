package org.dylink.linker.osgi;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dylink.linker.Library;
import org.dylink.linker.link.LibrarySearch;
import org.dylink.linker.link.SearchResult;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Finds what a library needs: in the folders of its own bundle that its RUNTIME_PATH names,
 * elsewhere in its bundle, whose requirement the bnd plugin leaves out, then along the wires that
 * the framework's resolver has chosen. What has no wire, such as a preload, is the highest version
 * in the registry.
 */
final class WireSearch implements LibrarySearch {
  private final LibraryRegistry registry;

  WireSearch(LibraryRegistry registry) {
    this.registry = registry;
  }

  @Override
  public SearchResult find(String name, Library neededBy) {
    if (!(neededBy instanceof BundleLibrary library)) {
      return found(registry.highest(name), "no started bundle provides it");
    }
    BundleWiring wiring = wiring(library);
    if (wiring == null || !wiring.isInUse()) {
      return SearchResult.missing("bundle " + library.origin() + " is not resolved any more");
    }
    return Stream.of(
            inRuntimePath(library, wiring), ownCapabilities(wiring), wiredCapabilities(wiring))
        .flatMap(capabilities -> capabilities)
        .filter(capability -> BundleLibrary.nameOf(capability).equals(name))
        .findFirst()
        .map(this::provider)
        .orElseGet(() -> SearchResult.missing("no wired bundle provides it"));
  }

  private SearchResult provider(BundleCapability capability) {
    String bundle = BundleLibrary.describe(capability.getRevision().getBundle());
    return found(registry.provider(capability), "its bundle " + bundle + " is not started");
  }

  private static SearchResult found(Optional<? extends Library> library, String failure) {
    return library
        .map(found -> SearchResult.found(found))
        .orElseGet(() -> SearchResult.missing(failure));
  }

  // A fragment has no wires of its own: the host's resolver wires carry its requirements.
  private static BundleWiring wiring(BundleLibrary library) {
    BundleWiring own = library.capability().getRevision().getWiring();
    if (own == null) {
      return null;
    }
    List<BundleWire> hosts = own.getRequiredWires("osgi.wiring.host");
    return hosts == null || hosts.isEmpty() ? own : hosts.get(0).getProviderWiring();
  }

  // A host and its fragments share one tree of folders, as their classes do.
  private static Stream<BundleCapability> inRuntimePath(
      BundleLibrary library, BundleWiring wiring) {
    return BundleFolders.of(library.path(), library.runtimePath()).stream()
        .flatMap(folder -> ownCapabilities(wiring).filter(own -> isIn(folder, own)));
  }

  private static boolean isIn(String folder, BundleCapability capability) {
    return BundleFolders.folderOf(BundleLibrary.pathOf(capability)).equals(Optional.of(folder));
  }

  private static Stream<BundleCapability> ownCapabilities(BundleWiring wiring) {
    return wiring.getCapabilities(Library.NAMESPACE).stream();
  }

  private static Stream<BundleCapability> wiredCapabilities(BundleWiring wiring) {
    return wiring.getRequiredWires(Library.NAMESPACE).stream().map(BundleWire::getCapability);
  }
}
