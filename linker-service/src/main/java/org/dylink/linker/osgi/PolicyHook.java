package org.dylink.linker.osgi;

import java.util.Collection;
import org.dylink.linker.Library;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Keeps the resolver from wires that a policy refuses. */
final class PolicyHook implements ResolverHook {
  private final Policies policies;

  PolicyHook(Policies policies) {
    this.policies = policies;
  }

  @Override
  public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> matches) {
    if (requirement.getNamespace().equals(Library.NAMESPACE)) {
      matches.removeIf(library -> policies.refuseWire(requirement, library).isPresent());
    }
  }

  @Override
  public void filterResolvable(Collection<BundleRevision> candidates) {}

  @Override
  public void filterSingletonCollisions(
      BundleCapability singleton, Collection<BundleCapability> collisions) {}

  @Override
  public void end() {}
}
