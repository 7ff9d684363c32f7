package org.dylink.linker.osgi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dylink.linker.Library;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Tells what bundles lack that the framework has not resolved. The framework would tell only in the
 * text of an exception, and only who asks it to resolve them.
 */
final class Resolution {
  private static final String OPTIONAL = "optional";

  private final Policies policies;
  private final Offers offers;
  private final Set<BundleRevision> hopeless = new HashSet<>();

  /**
   * Something that a revision lacks.
   *
   * @param reason what it is
   * @param need whom it would be wired to if that could be resolved; null if there is nobody
   */
  record Lack(String reason, Need need) {}

  Resolution(Collection<LibraryEntry> entries, Policies policies) {
    this.policies = policies;
    this.offers = new Offers(entries);
    Set<BundleRevision> unresolved = new HashSet<>();
    entries.forEach(entry -> unresolved.add(entry.capability().getRevision()));
    unresolved.removeIf(each -> each.getWiring() != null || !BundleStanding.isCurrent(each));
    // All are thought to be resolvable until one of them lacks something, as then do those that
    // need it: so libraries that need each other in a circle do not keep each other from it.
    while (unresolved.removeIf(each -> !lacks(each).isEmpty() && hopeless.add(each))) {}
  }

  /** What keeps an unresolved revision from being resolved, as far as libraries go. */
  List<Lack> lacks(BundleRevision revision) {
    List<Lack> lacks = new ArrayList<>();
    for (BundleRequirement requirement : revision.getDeclaredRequirements(Library.NAMESPACE)) {
      if (!OPTIONAL.equals(requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE))) {
        lack(requirement).ifPresent(lacks::add);
      }
    }
    return lacks;
  }

  private Optional<Lack> lack(BundleRequirement requirement) {
    List<BundleCapability> matches = offers.matching(requirement);
    String filter = Offers.filter(requirement);
    if (matches.isEmpty()) {
      return Optional.of(new Lack("no bundle provides " + filter, null));
    }
    List<BundleCapability> allowed =
        matches.stream().filter(match -> refusal(requirement, match).isEmpty()).toList();
    if (allowed.isEmpty()) {
      String refusal = refusal(requirement, matches.get(0)).orElse("");
      return Optional.of(new Lack(filter + " refused: " + refusal, null));
    }
    return allowed.stream().allMatch(match -> isHopeless(requirement, match))
        ? Optional.of(waiting(requirement, allowed.get(0)))
        : Optional.empty();
  }

  private Optional<String> refusal(BundleRequirement requirement, BundleCapability match) {
    return policies.refuseWire(requirement, match);
  }

  // What its own bundle provides is there as soon as the bundle is resolved.
  private boolean isHopeless(BundleRequirement requirement, BundleCapability match) {
    return hopeless.contains(match.getRevision())
        && !match.getRevision().equals(requirement.getRevision());
  }

  private static Lack waiting(BundleRequirement requirement, BundleCapability provider) {
    Need need = Need.met(BundleLibrary.nameOf(provider), requirement, provider);
    return new Lack(need.reason(need.providerWaits()), need);
  }
}
