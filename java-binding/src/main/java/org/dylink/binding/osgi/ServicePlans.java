package org.dylink.binding.osgi;

import java.util.Optional;
import org.dylink.linker.settle.BundleStart;

/** What services are to be made of, by what there is at a moment. Threads may share it. */
final class ServicePlans {
  private final LibraryOffers offers;
  private final Grants grants;

  ServicePlans(LibraryOffers offers, Grants grants) {
    this.offers = offers;
    this.grants = grants;
  }

  /** What a service should be made of; nothing if there should be none. */
  Optional<ServicePlan> of(BoundService service) {
    ServiceClause clause = service.clause();
    Optional<Grant> grant = grants.of(clause.type());
    if (!BundleStart.isDone(service.bundle())
        || (grant.isEmpty() && clause.isConfigured())
        || grant.filter(each -> !each.isGood()).isPresent()) {
      return Optional.empty();
    }
    boolean isReplaced = grant.filter(Grant::isReplacing).isPresent();
    return offers
        .choose(service.bundle(), clause, isReplaced)
        .map(offer -> new ServicePlan(offer, grant));
  }

  /** Whether a service has what it is made of. */
  boolean stands(BoundService service) {
    return service.plan().filter(plan -> offers.has(plan.offer())).isPresent()
        && isGranted(service);
  }

  /** Whether a service goes over to another library without being taken back. */
  boolean isReplaced(BoundService service) {
    return service.isReplaced() && BundleStart.isDone(service.bundle()) && isGranted(service);
  }

  private boolean isGranted(BoundService service) {
    return service
        .plan()
        .filter(plan -> grants.has(service.clause().type(), plan.grant()))
        .isPresent();
  }
}
