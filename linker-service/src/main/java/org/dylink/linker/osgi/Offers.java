package org.dylink.linker.osgi;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;

/** The libraries that a bundle could be wired to now, by name. */
final class Offers {
  private final Map<String, Set<BundleCapability>> byName = new HashMap<>();
  private final Set<BundleCapability> all = new LinkedHashSet<>();

  Offers(Collection<LibraryEntry> entries) {
    for (LibraryEntry entry : entries) {
      BundleCapability capability = entry.capability();
      if (BundleStanding.isCurrent(entry.revision())) {
        String name = BundleLibrary.nameOf(capability);
        byName.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(capability);
        all.add(capability);
      }
    }
  }

  /** Takes away one that nobody can be wired to after all. */
  void remove(BundleCapability capability) {
    all.remove(capability);
    byName.getOrDefault(BundleLibrary.nameOf(capability), all).remove(capability);
  }

  int size() {
    return all.size();
  }

  /** Whether one of them meets a requirement. */
  boolean hasMatch(BundleRequirement requirement) {
    return !matching(requirement).isEmpty();
  }

  /** Those that meet a requirement. */
  List<BundleCapability> matching(BundleRequirement requirement) {
    return RequiredName.of(requirement)
        .map(name -> byName.getOrDefault(name, Set.of()))
        .orElse(all)
        .stream()
        .filter(requirement::matches)
        .toList();
  }
}
