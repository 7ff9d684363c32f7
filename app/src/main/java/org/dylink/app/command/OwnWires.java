package org.dylink.app.command;

import java.util.Collection;
import java.util.Map;
import org.dylink.linker.Library;
import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Wires the files of a command line to each other, whatever else the framework has: a library under
 * {@code -L} goes before one of a higher version that happens to be installed. Others are not wired
 * to these files, which go when the program ends. Of several files of one name, the one that the
 * search has found counts.
 */
final class OwnWires implements ResolverHook {
  private final Collection<Bundle> own;
  private final Map<String, Bundle> byName;

  /**
   * @param byName which bundle a name means that one of them needs
   */
  OwnWires(Collection<Bundle> own, Map<String, Bundle> byName) {
    this.own = own;
    this.byName = byName;
  }

  @Override
  public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> matches) {
    if (!requirement.getNamespace().equals(Library.NAMESPACE)) {
      return;
    }
    boolean requiredHere = isOwn(requirement.getRevision());
    boolean foundHere = matches.stream().anyMatch(match -> isOwn(match.getRevision()));
    if (foundHere) {
      matches.removeIf(match -> requiredHere ? !isMeant(match) : isOwn(match.getRevision()));
    }
  }

  private boolean isMeant(BundleCapability match) {
    Object name = match.getAttributes().get(Library.NAMESPACE);
    Bundle meant = byName.get(String.valueOf(name));
    return meant == null
        ? !isOwn(match.getRevision())
        : meant.equals(match.getRevision().getBundle());
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
