package org.dylink.linker.osgi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.dylink.engine.Engine;
import org.dylink.engine.host.HostLibrary;
import org.dylink.linker.DependencyTree;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.dylink.linker.link.DependencyWalk;
import org.dylink.linker.link.LinkContext;
import org.dylink.linker.link.LinkSession;
import org.dylink.linker.link.LinkedProgram;
import org.dylink.linker.link.ModuleCache;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The linker service: libraries from bundles, engines and host libraries from the registry.
 *
 * <p>Immediate: the libraries are services whether anyone asks for the linker or not, and programs
 * and what was compiled stay when nobody does for a while.
 */
@Component(service = Linker.class, immediate = true)
public final class LinkerComponent implements Linker {
  private static final Logger LOG = System.getLogger(LinkerComponent.class.getName());

  private final LibraryRegistry registry = new LibraryRegistry();
  private final WireSearch search = new WireSearch(registry);
  private final ModuleCache modules = new ModuleCache();
  private final EngineChoice engines = new EngineChoice();
  private final HostChoice hosts = new HostChoice();
  private final Map<Long, Program> programs = new ConcurrentSkipListMap<>();
  private final AtomicLong nextId = new AtomicLong(1);
  private final LibraryExtender extender;

  /** Starts to look for libraries in bundles. */
  @Activate
  public LinkerComponent(BundleContext context) {
    extender = new LibraryExtender(context, registry, modules);
    extender.open();
  }

  @Deactivate
  void deactivate() {
    programs.values().forEach(LinkerComponent::end);
    extender.close();
  }

  // A host library that cannot close one program's files must not keep the others open.
  private static void end(Program program) {
    try {
      program.close();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "{0}: not closed cleanly: {1}", program.name(), e.getMessage());
    }
  }

  @Reference(cardinality = ReferenceCardinality.AT_LEAST_ONE, policy = ReferencePolicy.DYNAMIC)
  void addEngine(ServiceReference<Engine> reference, Engine engine) {
    engines.add(reference, engine);
  }

  void removeEngine(ServiceReference<Engine> reference, Engine engine) {
    engines.remove(reference);
    modules.forget(engine);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addHostLibrary(ServiceReference<HostLibrary> reference, HostLibrary library) {
    hosts.add(reference, library);
  }

  void removeHostLibrary(ServiceReference<HostLibrary> reference) {
    hosts.remove(reference);
  }

  @Override
  public Program link(LinkRequest request) throws LinkException {
    Engine engine = engines.choose(request.engine(), request.main().name());
    LinkContext context = new LinkContext(engine, modules, search, hosts::find);
    long id = nextId.getAndIncrement();
    LinkedProgram program = LinkSession.link(request, context, id);
    program.onClose(() -> programs.remove(id));
    programs.put(id, program);
    return program;
  }

  @Override
  public List<Program> programs() {
    return List.copyOf(programs.values());
  }

  @Override
  public List<Library> libraries() {
    return registry.all();
  }

  @Override
  public Optional<Library> library(String name) {
    return registry.highest(name);
  }

  @Override
  public DependencyTree dependencies(Library library) {
    return DependencyWalk.of(library, search);
  }
}
