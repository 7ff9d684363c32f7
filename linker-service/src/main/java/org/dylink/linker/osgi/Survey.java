package org.dylink.linker.osgi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.dylink.headers.LibraryCount;
import org.dylink.linker.Library;
import org.dylink.linker.osgi.Finding.Standing;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/** Looks at all libraries that may have changed, and notes in the registry what it finds. */
final class Survey {
  private static final Logger LOG = System.getLogger(Survey.class.getName());

  private final LibraryRegistry registry;
  private final LibraryScan scan;
  private final Programs programs;
  private final Consumer<BundleLibrary> lost;

  /**
   * @param lost is given each library that could be linked before a look, and cannot after it
   */
  Survey(
      LibraryRegistry registry, LibraryScan scan, Programs programs, Consumer<BundleLibrary> lost) {
    this.registry = registry;
    this.scan = scan;
    this.programs = programs;
    this.lost = lost;
  }

  /** Looks at the libraries of some bundles, and at those that depend on what these offer. */
  void look(Set<Bundle> bundles) {
    boolean offersChanged = takeUp(bundles);
    for (LibraryEntry entry : registry.entries()) {
      if (bundles.contains(entry.bundle()) && !isUnresolved(entry)) {
        offersChanged |= look(entry);
      }
    }
    boolean all = offersChanged;
    lookAtUnresolved(
        registry.entries().stream()
            .filter(entry -> all || bundles.contains(entry.bundle()))
            .filter(Survey::isUnresolved)
            .toList());
  }

  /**
   * Forgets libraries of bundles that are gone.
   *
   * @return whether there are such that a program or another bundle still has
   */
  boolean forgetGone() {
    boolean held = false;
    for (LibraryEntry entry : registry.entries()) {
      if (isGone(entry)) {
        boolean used = isUsed(entry.capability());
        held |= used;
        if (!used) {
          registry.remove(entry);
        }
      }
    }
    return held;
  }

  private boolean takeUp(Set<Bundle> bundles) {
    int known = registry.size();
    bundles.forEach(this::takeUp);
    return registry.size() > known;
  }

  private void takeUp(Bundle bundle) {
    int known = registry.size();
    List<BundleCapability> libraries = capabilities(bundle);
    Optional<String> refusal =
        LibraryCount.refusal(BundleLibrary.describe(bundle), libraries.size());
    if (!libraries.isEmpty()) {
      RequiredNames required =
          refusal.isPresent()
              ? RequiredNames.NONE
              : RequiredNames.of(libraries.get(0).getRevision());
      libraries.forEach(library -> registry.entry(library, refusal, required));
    }
    if (registry.size() > known) {
      refusal.ifPresent(why -> LOG.log(Level.ERROR, why));
    }
  }

  private boolean look(LibraryEntry entry) {
    boolean wasGone = isGone(entry);
    int withdrawals = entry.withdrawals();
    BundleLibrary before = entry.finding().library();
    registry.apply(entry, scan.look(entry), withdrawals);
    if (before != null && before.isWithdrawn()) {
      lost.accept(before);
    }
    return isGone(entry) != wasGone;
  }

  // What a new bundle offers may be what another one could not be resolved without, and the same
  // goes for what that one offers.
  private void lookAtUnresolved(List<LibraryEntry> unresolved) {
    if (unresolved.isEmpty()) {
      return;
    }
    Offers offers = offersBesides(unresolved);
    Map<LibraryEntry, Finding> findings = new LinkedHashMap<>();
    int before;
    do {
      before = offers.size();
      // All libraries of a bundle have the same requirements, which may be as many.
      Map<BundleRevision, List<String>> unmet = new HashMap<>();
      for (LibraryEntry entry : unresolved) {
        Finding finding =
            LibraryScan.lookAtUnresolved(
                entry, of -> unmet.computeIfAbsent(of, each -> scan.unmet(each, offers)));
        findings.put(entry, finding);
        if (finding.standing() == Standing.UNMET) {
          offers.remove(entry.capability());
        }
      }
    } while (offers.size() < before);
    findings.forEach((entry, finding) -> registry.apply(entry, finding, entry.withdrawals()));
  }

  /** What can be offered, if all that are to be looked at could be resolved. */
  private Offers offersBesides(List<LibraryEntry> unresolved) {
    Set<LibraryEntry> open = Set.copyOf(unresolved);
    return new Offers(
        registry.entries().stream()
            .filter(entry -> open.contains(entry) || entry.finding().standing() != Standing.UNMET)
            .toList());
  }

  private boolean isUsed(BundleCapability capability) {
    BundleRevision revision = capability.getRevision();
    return (revision.getWiring() != null && revision.getWiring().isInUse())
        || !programs.using(LibraryKey.of(capability)).isEmpty();
  }

  private static boolean isGone(LibraryEntry entry) {
    return entry.finding().standing() == Standing.GONE;
  }

  private static boolean isUnresolved(LibraryEntry entry) {
    return entry.revision().getWiring() == null && BundleStanding.isCurrent(entry.revision());
  }

  private static List<BundleCapability> capabilities(Bundle bundle) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    return revision == null ? List.of() : revision.getDeclaredCapabilities(Library.NAMESPACE);
  }
}
