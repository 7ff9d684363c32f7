package org.dylink.linker.osgi;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dylink.format.ProgramKind;
import org.dylink.linker.Library;
import org.dylink.linker.link.load.LibrarySearch;
import org.dylink.linker.link.load.SearchResult;
import org.dylink.linker.settle.BundleStart;
import org.osgi.framework.Bundle;
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
  private final Policies policies;

  // A bundle may have thousands of libraries that need each other, and all are asked for one after
  // the other. It keeps no bundle that is gone.
  private volatile WeakReference<WiringNames> last = new WeakReference<>(null);

  WireSearch(LibraryRegistry registry, Policies policies) {
    this.registry = registry;
    this.policies = policies;
  }

  @Override
  public SearchResult find(String name, Library neededBy, ProgramKind program) {
    if (!(neededBy instanceof BundleLibrary library)) {
      return registry
          .highest(name, library -> fits(library, program))
          .map(SearchResult::found)
          .orElseGet(() -> nowhere(name, program));
    }
    Need need = locate(name, library);
    if (need.isForbidden()) {
      return SearchResult.forbidden(need.failure());
    }
    return need.provider() == null
        ? SearchResult.missing(need.failure())
        : provider(need.provider());
  }

  /** As for NEEDED, then in the registry; of those of the name only what stands where it says. */
  @Override
  public SearchResult open(String file, Library caller, ProgramKind program) {
    String name = LibrarySearch.nameOf(file);
    PathMatch path = new PathMatch(file);
    if (caller instanceof BundleLibrary library) {
      Need need = locate(name, library, path::fits);
      SearchResult wired =
          need.provider() == null ? SearchResult.missing("") : provider(need.provider());
      if (wired.isFound()) {
        return wired;
      }
    }
    Predicate<BundleLibrary> rightPlace = library -> path.fits(library.capability());
    return registry
        .highest(name, rightPlace.and(library -> fits(library, program)))
        .map(SearchResult::found)
        .orElseGet(() -> whyNot(name, rightPlace, program));
  }

  private SearchResult whyNot(
      String name, Predicate<BundleLibrary> rightPlace, ProgramKind program) {
    Optional<BundleLibrary> other =
        registry.highest(name, rightPlace.negate().and(library -> fits(library, program)));
    return other.isPresent()
        ? SearchResult.missing(
            "none stands in that folder: " + other.get().origin() + " has " + other.get().path())
        : nowhere(name, program);
  }

  private SearchResult nowhere(String name, ProgramKind program) {
    String failure = "no started bundle provides it";
    return registry
        .highest(name, library -> !fits(library, program))
        .map(other -> SearchResult.otherKind(failure, other, program))
        .orElseGet(() -> SearchResult.missing(failure));
  }

  private static boolean fits(Library library, ProgramKind program) {
    return library.module().programKind().fits(program);
  }

  /** Where a library's wires lead for a name, whether the library there can be used or not. */
  Need locate(String name, BundleLibrary library) {
    return locate(name, library, any -> true);
  }

  private Need locate(String name, BundleLibrary library, Predicate<BundleCapability> fits) {
    BundleWiring wiring = BundleStanding.wiring(library.capability().getRevision());
    if (wiring == null || !wiring.isInUse()) {
      return Need.unmet(name, "bundle " + library.origin() + " is not resolved any more");
    }
    WiringNames names = names(wiring);
    return Stream.concat(inRuntimePath(library, name, names), names.libraries(name))
        .filter(fits.and(capability -> isForProgramsOf(library, capability)))
        .findFirst()
        .map(own -> Need.met(name, null, own))
        .orElseGet(() -> wired(name, library, names, fits));
  }

  private Need wired(
      String name, BundleLibrary library, WiringNames names, Predicate<BundleCapability> fits) {
    List<BundleWire> wires =
        names.wires(name).filter(wire -> fits.test(wire.getCapability())).toList();
    return wires.stream()
        .filter(wire -> isForProgramsOf(library, wire.getCapability()))
        .findFirst()
        .map(wire -> along(wire, name, library))
        .orElseGet(() -> Need.unmet(name, whyNot(library, wires)));
  }

  // A requirement that was written by hand may lead to any kind.
  private static String whyNot(BundleLibrary library, List<BundleWire> wires) {
    if (wires.isEmpty()) {
      return "no wired bundle provides it";
    }
    BundleCapability other = wires.get(0).getCapability();
    String origin = BundleLibrary.describe(other);
    return "the one of "
        + origin
        + " is "
        + BundleLibrary.kindOf(other).unlike(library.module().programKind());
  }

  private static boolean isForProgramsOf(BundleLibrary library, BundleCapability other) {
    return library.module().programKind().fits(BundleLibrary.kindOf(other));
  }

  private Need along(BundleWire wire, String name, BundleLibrary library) {
    BundleCapability provider = wire.getCapability();
    return policies
        .refuseWire(library.capability().getRevision().getBundle(), provider)
        .map(refusal -> Need.forbidden(name, refusal))
        .orElseGet(() -> Need.met(name, wire.getRequirement(), provider));
  }

  private SearchResult provider(BundleCapability capability) {
    Bundle bundle = capability.getRevision().getBundle();
    boolean lacksService =
        BundleLibrary.isHost(capability)
            && BundleStanding.home(capability.getRevision())
                .filter(BundleStart::isDone)
                .isPresent();
    String failure =
        lacksService
            ? LibraryScan.noService(capability, bundle)
            : "bundle " + BundleLibrary.describe(bundle) + " is not started";
    return registry
        .provider(capability)
        .map(SearchResult::found)
        .orElseGet(() -> SearchResult.missing("its " + failure));
  }

  // A host and its fragments share one tree of folders, as their classes do.
  private static Stream<BundleCapability> inRuntimePath(
      BundleLibrary library, String name, WiringNames names) {
    return BundleFolders.of(library.path(), library.runtimePath()).stream()
        .flatMap(folder -> names.libraries(name).filter(own -> isIn(folder, own)));
  }

  private static boolean isIn(String folder, BundleCapability capability) {
    return BundleFolders.folderOf(BundleLibrary.pathOf(capability)).equals(Optional.of(folder));
  }

  private WiringNames names(BundleWiring wiring) {
    WiringNames names = last.get();
    if (names == null || !names.isOf(wiring)) {
      names = new WiringNames(wiring);
      last = new WeakReference<>(names);
    }
    return names;
  }
}
