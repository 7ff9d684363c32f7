package org.dylink.binding.osgi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dylink.binding.BindingException;
import org.dylink.binding.code.InterfaceBinder;
import org.dylink.binding.runtime.BoundServiceDTO;
import org.dylink.binding.shape.RemoteMethods;
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
  private Offer refused; // only in offer
  private volatile String failure; // why; null if the interface fits, or nothing was offered
  private Standing standing; // guarded by this; null while it is no service

  BoundService(Bundle bundle, ServiceClause clause, Linker linker) {
    this.bundle = bundle;
    this.clause = clause;
    this.linker = linker;
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

  /** Registers the service, unless the interface does not fit: then that is logged once. */
  void offer(ServicePlan plan, ServedModules hosts) {
    Offer offer = plan.offer();
    Needs needs = Needs.of(linker.dependencies(offer.library()));
    if (!offer.equals(refused) && needs.areMet(hosts)) {
      try {
        Class<?> type = bundle.loadClass(clause.type());
        InterfaceBinder.check(type, needs.libraries());
        if (clause.isExported()) {
          RemoteMethods.check(type, clause.library());
        }
        refused = null;
        failure = null;
        register(type, plan, needs);
      } catch (ClassNotFoundException e) {
        refuse(offer, clause.type() + ": no such class");
      } catch (BindingException e) {
        refuse(offer, e.getMessage());
      } catch (IllegalArgumentException | LinkageError e) {
        refuse(offer, String.valueOf(e.getMessage()));
      }
    }
  }

  private void refuse(Offer offer, String why) {
    refused = offer;
    failure = why;
    LOG.log(Level.ERROR, "bundle {0}: {1}: {2}: no service", bundle, ServiceHeader.NAME, why);
  }

  private void register(Class<?> type, ServicePlan plan, Needs needs) {
    LinkRequest.Builder request = LinkRequest.builder(plan.offer().library());
    plan.grant().ifPresent(grant -> grant.apply(request));
    BoundPrograms programs = new BoundPrograms(type, linker, request.build(), clause.isExported());
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
        standing = new Standing(plan, needs.modules(), programs, registration);
      }
    } catch (IllegalStateException e) {
      LOG.log(Level.TRACE, "its bundle has stopped meanwhile", e);
    }
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
    dto.failure = standing == null ? failure : null;
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
