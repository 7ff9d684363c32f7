package org.dylink.linker.osgi;

import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * The libraries that a bundle cannot be resolved without: one value for all libraries in it, which
 * may be as many.
 *
 * @param names what its filters simply name
 * @param others whether there are other filters, which any library may meet
 */
record RequiredNames(Set<String> names, boolean others) {
  /** Of a bundle that is not taken: it waits for nobody. */
  static final RequiredNames NONE = new RequiredNames(Set.of(), false);

  static RequiredNames of(BundleRevision revision) {
    Set<String> names = new HashSet<>();
    boolean others = false;
    for (BundleRequirement requirement : BundleStanding.requirements(revision)) {
      Optional<String> name = RequiredName.of(requirement);
      name.ifPresent(names::add);
      others |= name.isEmpty();
    }
    return new RequiredNames(Collections.unmodifiableSet(names), others);
  }

  /** Whether one of some libraries may be among them. */
  boolean mayHave(Set<String> some) {
    return others || !Collections.disjoint(names, some);
  }
}
