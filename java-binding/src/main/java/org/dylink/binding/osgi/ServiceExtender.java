package org.dylink.binding.osgi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.dylink.binding.runtime.BindingRuntime;
import org.dylink.binding.runtime.BoundServiceDTO;
import org.dylink.engine.Engine;
import org.dylink.engine.host.HostLibrary;
import org.dylink.linker.Library;
import org.dylink.linker.Linker;
import org.dylink.linker.settle.Settling;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;

/**
 * Registers the interfaces that the header {@code Wasm-Service} of a bundle names, each as a
 * service of that bundle while its library can be linked.
 *
 * <p>Services come by comparing what there should be with what there is, in one thread at a time;
 * they go in the thread that takes away what they need, before that has gone.
 */
@Component(service = BindingRuntime.class, immediate = true)
public final class ServiceExtender
    implements BindingRuntime, BundleTrackerCustomizer<List<BoundService>> {
  private static final Logger LOG = System.getLogger(ServiceExtender.class.getName());
  private static final int STATES = Bundle.ACTIVE | Bundle.STARTING;

  private final LibraryOffers offers = new LibraryOffers();
  private final Grants grants = new Grants();
  private final ServicePlans plans = new ServicePlans(offers, grants);
  private final ServedModules hosts = new ServedModules();
  private final Map<Bundle, List<BoundService>> services = new ConcurrentHashMap<>();
  private final Settling turn = new Settling();
  private final Linker linker;
  private final BundleTracker<List<BoundService>> tracker;
  private volatile boolean active;

  /** Made by Declarative Services. */
  @Activate
  public ServiceExtender(BundleContext context, @Reference Linker linker) {
    this.linker = linker;
    this.tracker = new BundleTracker<>(context, STATES, this);
  }

  @Activate
  void activate() {
    active = true;
    tracker.open();
    turn.await(this::update);
  }

  @Deactivate
  void deactivate() {
    active = false;
    tracker.close();
    turn.await(this::update); // or what another thread is just registering would go a little later
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addLibrary(ServiceReference<Library> reference, Library library) {
    offers.add(reference, library);
    turn.await(this::update);
  }

  void removeLibrary(ServiceReference<Library> reference, Library library) {
    offers.remove(reference);
    withdraw(service -> !plans.stands(service) && !outlasts(service));
    turn.await(this::update);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addGrant(ServiceReference<Grant> reference, Grant grant) {
    grants.add(reference, grant);
    turn.await(this::update);
  }

  void removeGrant(ServiceReference<Grant> reference, Grant grant) {
    grants.remove(reference);
    withdraw(service -> !plans.stands(service));
    turn.await(this::update);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addHost(ServiceReference<HostLibrary> reference, HostLibrary host) {
    hosts.add(reference, host.moduleName());
    turn.await(this::update);
  }

  void removeHost(ServiceReference<HostLibrary> reference, HostLibrary host) {
    hosts.remove(reference);
    // Also where another one serves the module now: the linker ends the programs of this one.
    withdraw(service -> service.uses(host.moduleName()));
    turn.await(this::update);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addEngine(Engine engine) {}

  void removeEngine(Engine engine) {
    // Its programs end. Who has an object of another engine gets a new one too: engines go rarely.
    withdraw(BoundService::isUsed);
    turn.await(this::update);
  }

  @Override
  public List<BoundServiceDTO> services() {
    return services.entrySet().stream()
        .sorted(Comparator.comparingLong(entry -> entry.getKey().getBundleId()))
        .flatMap(entry -> entry.getValue().stream())
        .map(BoundService::describe)
        .toList();
  }

  @Override
  public List<BoundService> addingBundle(Bundle bundle, BundleEvent event) {
    String header = bundle.getHeaders("").get(ServiceHeader.NAME);
    if (header == null) {
      return null; // not tracked
    }
    List<BoundService> all = read(bundle, header);
    services.put(bundle, all);
    turn.await(this::update);
    return all;
  }

  private List<BoundService> read(Bundle bundle, String header) {
    try {
      return ServiceHeader.parse(header).stream()
          .map(clause -> new BoundService(bundle, clause, linker))
          .toList();
    } catch (IllegalArgumentException e) {
      String why = e.getMessage();
      LOG.log(Level.ERROR, "bundle {0}: {1}: {2}: no service", bundle, ServiceHeader.NAME, why);
      return List.of();
    }
  }

  @Override
  public void modifiedBundle(Bundle bundle, BundleEvent event, List<BoundService> all) {
    turn.await(this::update);
  }

  @Override
  public void removedBundle(Bundle bundle, BundleEvent event, List<BoundService> all) {
    services.remove(bundle);
    all.forEach(BoundService::withdraw);
    turn.await(this::update); // or one that is just being registered would go a little later
  }

  private void update() {
    services.values().forEach(all -> all.forEach(this::update));
  }

  private void update(BoundService service) {
    Optional<ServicePlan> plan = active ? plans.of(service) : Optional.empty();
    if (active && plans.isReplaced(service)) {
      plan.filter(next -> !service.plan().equals(plan))
          .ifPresent(next -> service.follow(next, hosts));
    } else if (!plan.equals(service.plan())) {
      service.withdraw();
      plan.ifPresent(wanted -> service.offer(wanted, hosts));
    }
    // What went while it was being registered has not found it.
    if (!active
        || !services.containsKey(service.bundle())
        || !(plans.stands(service) || outlasts(service))) {
      service.withdraw();
    }
  }

  /** Whether a service stays while its library goes: its objects run on with what they have. */
  private boolean outlasts(BoundService service) {
    return active && plans.isReplaced(service) && service.isUsed();
  }

  private void withdraw(Predicate<BoundService> which) {
    services.values().stream().flatMap(List::stream).filter(which).forEach(BoundService::withdraw);
  }
}
