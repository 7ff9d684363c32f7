package org.dylink.app.command;

import java.util.Collection;
import org.dylink.linker.Library;
import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Wires the files of a command line to each other, whatever else the framework has: a library under
 * {@code -L} goes before one of a higher version that happens to be installed. Others are not wired
 * to these files, which go when the program ends.
 */
final class OwnWires implements ResolverHook {
  private final Collection<Bundle> own;

  OwnWires(Collection<Bundle> own) {
    this.own = own;
  }

  @Override
  public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> matches) {
    if (!requirement.getNamespace().equals(Library.NAMESPACE)) {
      return;
    }
    boolean requiredHere = isOwn(requirement.getRevision());
    boolean foundHere = matches.stream().anyMatch(match -> isOwn(match.getRevision()));
    if (foundHere) {
      matches.removeIf(match -> isOwn(match.getRevision()) != requiredHere);
    }
  }

  private boolean isOwn(BundleRevision revision) {
    return own.contains(revision.getBundle());
  }

  @Override
  public void filterResolvable(Collection<BundleRevision> candidates) {}

  @Override
  public void filterSingletonCollisions(
      BundleCapability singleton, Collection<BundleCapability> collisions) {}

  @Override
  public void end() {}
}
