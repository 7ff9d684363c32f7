package org.dylink.binding.osgi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dylink.binding.runtime.BoundServiceDTO;
import org.dylink.linker.Library;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.settle.Settling;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.Version;

/**
 * An interface of a bundle, and its service while there is a library for it. {@link #offer} comes
 * from one thread at a time, {@link #withdraw} from any.
 */
final class BoundService {
  private static final Logger LOG = System.getLogger(BoundService.class.getName());

  /** What is registered. */
  private record Standing(
      ServicePlan plan,
      Set<String> modules,
      BoundPrograms programs,
      ServiceRegistration<?> registration) {}

  private final Bundle bundle;
  private final ServiceClause clause;
  private final Linker linker;
  private final Settling leaving = new Settling();
  private final Fitting fitting;
  private Standing standing; // guarded by this; null while it is no service

  BoundService(Bundle bundle, ServiceClause clause, Linker linker) {
    this.bundle = bundle;
    this.clause = clause;
    this.linker = linker;
    this.fitting = new Fitting(bundle, clause, linker);
  }

  Bundle bundle() {
    return bundle;
  }

  ServiceClause clause() {
    return clause;
  }

  /** What it is made of now. */
  synchronized Optional<ServicePlan> plan() {
    return Optional.ofNullable(standing).map(Standing::plan);
  }

  /** Whether its program calls functions of the host from an import module. */
  synchronized boolean uses(String module) {
    return standing != null && standing.modules().contains(module);
  }

  synchronized boolean isUsed() {
    return standing != null && standing.programs().areUsed();
  }

  /** Whether it goes over to another library without being taken back. */
  synchronized boolean isReplaced() {
    return standing != null && standing.programs().areReplaced();
  }

  /** Registers the service, unless the interface does not fit: then that is logged once. */
  void offer(ServicePlan plan, ServedModules hosts) {
    fitting.of(plan.offer(), hosts, "no service").ifPresent(fit -> register(plan, fit));
  }

  /**
   * Goes over to another library: the service stays, and says so. It goes on with what it has if
   * the interface does not fit: then that is logged once.
   */
  void follow(ServicePlan plan, ServedModules hosts) {
    fitting
        .of(plan.offer(), hosts, "goes on with what it has")
        .ifPresent(fit -> change(plan, fit.needs()));
  }

  private static LinkRequest.Builder request(ServicePlan plan) {
    LinkRequest.Builder request = LinkRequest.builder(plan.offer().library());
    plan.grant().ifPresent(grant -> grant.apply(request));
    return request;
  }

  private void register(ServicePlan plan, Fitting.Fit fit) {
    BoundPrograms programs =
        new BoundPrograms(fit.type(), linker, request(plan), clause.isExported());
    BundleContext context = bundle.getBundleContext();
    if (context == null) {
      return; // it has stopped meanwhile
    }
    try {
      ServiceRegistration<?> registration =
          context.registerService(
              clause.type(),
              programs,
              FrameworkUtil.asDictionary(properties(plan.offer().library())));
      synchronized (this) {
        standing = new Standing(plan, fit.needs().modules(), programs, registration);
      }
    } catch (IllegalStateException e) {
      LOG.log(Level.TRACE, "its bundle has stopped meanwhile", e);
    }
  }

  private void change(ServicePlan plan, Needs needs) {
    Standing now = move(plan, needs);
    if (now == null) {
      return; // it was taken back meanwhile
    }
    now.programs().link(request(plan));
    try {
      now.registration()
          .setProperties(FrameworkUtil.asDictionary(properties(plan.offer().library())));
    } catch (IllegalStateException e) {
      LOG.log(Level.TRACE, "unregistered meanwhile", e);
    }
  }

  private synchronized Standing move(ServicePlan plan, Needs needs) {
    if (standing != null) {
      standing = new Standing(plan, needs.modules(), standing.programs(), standing.registration());
    }
    return standing;
  }

  /**
   * Takes the service back, and ends its programs. Whoever returns from here finds it gone, also if
   * it is another thread that does it: each of two threads may have taken something away that the
   * service needs.
   */
  void withdraw() {
    leaving.await(this::leave);
  }

  private void leave() {
    Standing old = take();
    if (old == null) {
      return;
    }
    try {
      old.registration().unregister();
    } catch (IllegalStateException e) {
      // The framework was faster: it unregisters all services of a bundle that stops.
      LOG.log(Level.TRACE, "unregistered before", e);
    }
    old.programs().close();
  }

  private synchronized Standing take() {
    Standing old = standing;
    standing = null;
    return old;
  }

  /** What it is at this moment. */
  synchronized BoundServiceDTO describe() {
    BoundServiceDTO dto = new BoundServiceDTO();
    dto.type = clause.type();
    dto.bundle = bundle.getBundleId();
    dto.library = clause.library();
    dto.registered = standing != null;
    dto.version = standing == null ? null : standing.plan().offer().library().version();
    dto.failure = standing == null ? fitting.failure() : null;
    dto.programs = standing == null ? List.of() : standing.programs().ids();
    return dto;
  }

  private Map<String, Object> properties(Library library) {
    Map<String, Object> properties = new HashMap<>(clause.properties());
    properties.put(Library.NAMESPACE, library.name());
    properties.put(Library.NAMESPACE + ".version", Version.parseVersion(library.version()));
    properties.put(Library.NAMESPACE + ".origin", library.origin());
    if (clause.isExported()) {
      // Other machines are told strings and numbers, and no Version.
      properties.put(Library.NAMESPACE + ".version.text", library.version());
    }
    return properties;
  }
}
