package org.dylink.linker.osgi;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.format.MalformedModuleException;
import org.dylink.linker.Library;
import org.dylink.linker.Symbol;
import org.dylink.linker.link.ModuleCache;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.util.tracker.BundleTracker;

/**
 * Registers a {@link Library} service for each {@code wasm.library} capability of a started bundle,
 * from that bundle, and takes it back when the bundle or the linker stops.
 */
final class LibraryExtender extends BundleTracker<List<LibraryExtender.Published>> {
  /** A library and its service. */
  record Published(BundleLibrary library, ServiceRegistration<Library> service) {}

  private static final Logger LOG = System.getLogger(LibraryExtender.class.getName());
  private static final int MANY_SYMBOLS = 1_000;

  private final LibraryRegistry registry;
  private final ModuleCache modules;

  // A bundle without classes and with lazy activation stays in STARTING, and is as good as active.
  LibraryExtender(BundleContext context, LibraryRegistry registry, ModuleCache modules) {
    super(context, Bundle.ACTIVE | Bundle.STARTING, null);
    this.registry = registry;
    this.modules = modules;
  }

  @Override
  public List<Published> addingBundle(Bundle bundle, BundleEvent event) {
    BundleWiring wiring = bundle.adapt(BundleWiring.class);
    if (wiring == null || bundle.getBundleContext() == null) {
      return null;
    }
    List<Published> libraries = new ArrayList<>();
    for (BundleCapability capability : wiring.getCapabilities(Library.NAMESPACE)) {
      read(bundle, capability).ifPresent(library -> libraries.add(publish(bundle, library)));
    }
    return libraries.isEmpty() ? null : libraries;
  }

  @Override
  public void removedBundle(Bundle bundle, BundleEvent event, List<Published> libraries) {
    registry.removeAll(libraries.stream().map(Published::library).toList());
    for (Published published : libraries) {
      unregister(published.service());
      modules.release(published.library().module());
    }
  }

  private static Optional<BundleLibrary> read(Bundle bundle, BundleCapability capability) {
    try {
      return Optional.of(BundleLibrary.read(capability));
    } catch (IOException | MalformedModuleException e) {
      LOG.log(Level.ERROR, "{0}: library not available: {1}", bundle, e.getMessage());
      return Optional.empty();
    }
  }

  private Published publish(Bundle bundle, BundleLibrary library) {
    modules.retain(library.module());
    registry.add(library);
    ServiceRegistration<Library> service =
        bundle
            .getBundleContext()
            .registerService(
                Library.class, library, FrameworkUtil.asDictionary(properties(library)));
    return new Published(library, service);
  }

  private static void unregister(ServiceRegistration<Library> service) {
    try {
      service.unregister();
    } catch (IllegalStateException e) {
      // The framework was faster: it unregisters all services of a bundle that stops.
      LOG.log(Level.TRACE, "unregistered before", e);
    }
  }

  private static Map<String, Object> properties(BundleLibrary library) {
    Map<String, Object> properties = new HashMap<>(library.capability().getAttributes());
    List<String> symbols = library.symbols().stream().map(Symbol::name).toList();
    if (symbols.size() <= MANY_SYMBOLS) {
      properties.put(Library.SYMBOLS, symbols.toArray(String[]::new));
    }
    return properties;
  }
}
