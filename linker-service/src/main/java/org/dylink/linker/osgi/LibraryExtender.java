package org.dylink.linker.osgi;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dylink.format.MalformedModuleException;
import org.dylink.linker.Library;
import org.dylink.linker.Symbol;
import org.dylink.linker.link.ModuleCache;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.util.tracker.BundleTracker;

/**
 * Registers a {@link Library} service for each {@code wasm.library} capability of a started bundle,
 * from that bundle, and takes it back when the bundle stops.
 */
final class LibraryExtender extends BundleTracker<List<BundleLibrary>> {
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
  public List<BundleLibrary> addingBundle(Bundle bundle, BundleEvent event) {
    BundleWiring wiring = bundle.adapt(BundleWiring.class);
    if (wiring == null || bundle.getBundleContext() == null) {
      return null;
    }
    List<BundleLibrary> libraries = new ArrayList<>();
    for (BundleCapability capability : wiring.getCapabilities(Library.NAMESPACE)) {
      add(bundle, capability, libraries);
    }
    return libraries.isEmpty() ? null : libraries;
  }

  // The framework itself unregisters the services of a bundle that stops.
  @Override
  public void removedBundle(Bundle bundle, BundleEvent event, List<BundleLibrary> libraries) {
    registry.removeAll(libraries);
    libraries.forEach(library -> modules.release(library.module()));
  }

  private void add(Bundle bundle, BundleCapability capability, List<BundleLibrary> libraries) {
    try {
      BundleLibrary library = BundleLibrary.read(capability);
      modules.retain(library.module());
      registry.add(library);
      libraries.add(library);
      register(bundle, library);
    } catch (IOException | MalformedModuleException e) {
      LOG.log(Level.ERROR, "{0}: library not available: {1}", bundle, e.getMessage());
    }
  }

  private static void register(Bundle bundle, BundleLibrary library) {
    bundle
        .getBundleContext()
        .registerService(Library.class, library, FrameworkUtil.asDictionary(properties(library)));
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
