package org.dylink.linker.osgi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.dylink.engine.Engine;
import org.dylink.engine.host.HostLibrary;
import org.dylink.linker.DependencyTree;
import org.dylink.linker.EngineOutlook;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkPolicy;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.dylink.linker.Snapshot;
import org.dylink.linker.SymbolBinding;
import org.dylink.linker.link.load.DependencyWalk;
import org.dylink.linker.link.load.EngineDecision;
import org.dylink.linker.link.load.ModuleCache;
import org.dylink.linker.link.resolve.BindingPreview;
import org.dylink.linker.runtime.LibraryListener;
import org.dylink.linker.runtime.LinkerRuntime;
import org.dylink.linker.runtime.ProgramListener;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The linker service: libraries from bundles; engines, host libraries, policies and listeners from
 * the registry.
 *
 * <p>Immediate: the libraries are services whether anyone asks for the linker or not, and programs
 * and what was compiled stay when nobody does for a while.
 */
@Component(service = Linker.class, immediate = true, configurationPid = LinkerConfiguration.PID)
@Designate(ocd = LinkerConfiguration.class)
public final class LinkerComponent implements Linker {
  private static final long IDLE_SECONDS = 1;

  private final EngineChoice engines = new EngineChoice();
  private final HostChoice hosts = new HostChoice();
  private final Policies policies = new Policies();
  private final ModuleCache modules = new ModuleCache();
  private final LibraryRegistry registry = new LibraryRegistry(modules);
  private final WireSearch search = new WireSearch(registry, policies);
  private final LibraryScan scan = new LibraryScan(search, policies, hosts);
  private final List<ProgramListener> programListeners = new CopyOnWriteArrayList<>();
  private final Programs programs =
      new Programs(modules, search, engines, hosts, policies, programListeners);
  private final RuntimeView view = new RuntimeView(registry, programs);
  private final LibraryListeners listeners = new LibraryListeners(view, registry);
  private final ScheduledThreadPoolExecutor later = worker("dylink-libraries");
  private final ScheduledThreadPoolExecutor replacing = worker("dylink-replacements");
  private final LibraryTracker tracker;
  private final BundleEvents events;
  private final ServiceRegistration<ResolverHookFactory> hook;
  private final ServiceRegistration<LinkerRuntime> runtime;

  /** Starts to look for libraries in bundles. */
  @Activate
  public LinkerComponent(BundleContext context, Map<String, Object> properties) {
    configure(properties);
    Rewiring rewiring = new Rewiring(context, later, registry::entries);
    tracker = new LibraryTracker(context, registry, scan, programs, listeners, rewiring);
    events = new BundleEvents(context, tracker, later);
    Replacements replacements = new Replacements(registry, programs);
    tracker.onUpdate(
        () -> {
          if (replacements.areAwaited()) {
            replacing.execute(replacements::update);
          }
        });
    programs.onEnd(
        () -> {
          if (tracker.noteEnd()) {
            later.execute(tracker::update);
          }
        });
    hook = context.registerService(ResolverHookFactory.class, policies, null);
    events.open();
    runtime = context.registerService(LinkerRuntime.class, new RuntimeService(view, tracker), null);
  }

  @Modified
  void configure(Map<String, Object> properties) {
    programs.setDefaults(ConfiguredDefaults.read(properties, programs.defaults()));
  }

  @Deactivate
  void deactivate() {
    runtime.unregister();
    events.close();
    hook.unregister();
    programs.endAll();
    tracker.close();
    later.shutdown();
    replacing.shutdown();
  }

  @Reference(cardinality = ReferenceCardinality.AT_LEAST_ONE, policy = ReferencePolicy.DYNAMIC)
  void addEngine(ServiceReference<Engine> reference, Engine engine) {
    engines.add(reference, engine);
  }

  void removeEngine(ServiceReference<Engine> reference, Engine engine) {
    engines.remove(reference);
    programs.withdraw(engine, "engine " + engine.name());
    modules.forget(engine);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addHostLibrary(ServiceReference<HostLibrary> reference, HostLibrary library) {
    tracker.note(hosts.add(reference, library));
    later.execute(tracker::update);
  }

  void removeHostLibrary(ServiceReference<HostLibrary> reference, HostLibrary library) {
    // First what is more: who uses it as a library is told of the library.
    hosts.remove(reference).ifPresent(tracker::withdraw);
    programs.withdraw(library, "host library " + library.moduleName());
    later.execute(tracker::update);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addPolicy(LinkPolicy policy) {
    policies.add(policy);
    lookAgain();
  }

  void removePolicy(LinkPolicy policy) {
    policies.remove(policy);
    lookAgain();
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addListener(LibraryListener listener) {
    listeners.add(listener);
    later.execute(tracker::update);
  }

  void removeListener(LibraryListener listener) {
    listeners.remove(listener);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addProgramListener(ProgramListener listener) {
    programListeners.add(listener);
  }

  void removeProgramListener(ProgramListener listener) {
    programListeners.remove(listener);
  }

  @Override
  public Program link(LinkRequest request) throws LinkException {
    tracker.look();
    return programs.link(request, null);
  }

  @Override
  public Program link(Snapshot snapshot, LinkRequest request) throws LinkException {
    tracker.look();
    return programs.link(request, Objects.requireNonNull(snapshot));
  }

  @Override
  public byte[] prelink(LinkRequest request) throws LinkException {
    tracker.look();
    return programs.prelink(request);
  }

  @Override
  public List<Program> programs() {
    return programs.all();
  }

  @Override
  public List<Library> libraries() {
    tracker.look();
    return registry.available();
  }

  @Override
  public Optional<Library> library(String name) {
    tracker.look();
    return registry.highest(name).map(Library.class::cast);
  }

  @Override
  public DependencyTree dependencies(Library library) {
    tracker.look();
    return DependencyWalk.of(library, search);
  }

  @Override
  public List<EngineOutlook> engines(List<Library> modules) {
    return EngineDecision.outlooks(engines.all(), modules);
  }

  @Override
  public List<SymbolBinding> bindings(List<Library> scope, List<List<Library>> others) {
    return BindingPreview.of(scope, others);
  }

  private void lookAgain() {
    tracker.noteAll();
    later.execute(tracker::update);
  }

  private static ScheduledThreadPoolExecutor worker(String name) {
    ScheduledThreadPoolExecutor worker =
        new ScheduledThreadPoolExecutor(1, work -> thread(work, name));
    // What a linker that has stopped would still do is not needed any more.
    worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    worker.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    worker.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    worker.allowCoreThreadTimeOut(true);
    return worker;
  }

  private static Thread thread(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
