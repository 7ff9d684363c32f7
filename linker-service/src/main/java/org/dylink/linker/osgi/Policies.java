package org.dylink.linker.osgi;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.dylink.linker.Library;
import org.dylink.linker.LinkPolicy;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Provenance;
import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** The policies that are there, and what they say to the framework's resolver. */
final class Policies implements ResolverHookFactory {
  private final List<LinkPolicy> policies = new CopyOnWriteArrayList<>();

  void add(LinkPolicy policy) {
    policies.add(policy);
  }

  void remove(LinkPolicy policy) {
    policies.remove(policy);
  }

  Optional<String> refuseLink(LinkRequest program, Library library) {
    return first(policy -> policy.refuseLink(program, library));
  }

  /** Why a requirement must not be wired to a library; a bundle's own is never refused. */
  Optional<String> refuseWire(BundleRequirement requirement, BundleCapability library) {
    return refuseWire(requirement.getRevision().getBundle(), library);
  }

  /** Why a bundle must not be wired to a library; its own is never refused. */
  Optional<String> refuseWire(Bundle requirer, BundleCapability library) {
    Bundle provider = library.getRevision().getBundle();
    if (policies.isEmpty() || provider.equals(requirer)) {
      return Optional.empty();
    }
    Provenance from = Provenances.of(requirer);
    Provenance to = Provenances.of(provider);
    return first(policy -> policy.refuseWire(from, to, library.getAttributes()));
  }

  /** Asked whenever the framework resolves; null where nobody has anything to say. */
  @Override
  public ResolverHook begin(Collection<BundleRevision> triggers) {
    return policies.isEmpty() ? null : new PolicyHook(this);
  }

  private Optional<String> first(Function<LinkPolicy, Optional<String>> question) {
    return policies.stream().map(question).flatMap(Optional::stream).findFirst();
  }
}
