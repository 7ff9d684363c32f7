package org.dylink.linker.osgi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dylink.linker.Library;
import org.dylink.linker.Symbol;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** The libraries that can be linked, as services of their own bundles. Threads may share it. */
final class LibraryServices {
  private static final Logger LOG = System.getLogger(LibraryServices.class.getName());
  private static final int MANY_SYMBOLS = 1_000;

  private final LibraryRegistry registry;
  private final Map<BundleLibrary, ServiceRegistration<Library>> services =
      new ConcurrentHashMap<>();

  LibraryServices(LibraryRegistry registry) {
    this.registry = registry;
  }

  /** Registers a library that can be linked and is no service yet. */
  void publish(BundleLibrary library) {
    if (!services.containsKey(library)) {
      settle(library);
    }
  }

  /** Takes back those that cannot be linked any more. */
  void retractUnavailable() {
    services.keySet().stream()
        .filter(library -> !registry.isAvailable(library))
        .forEach(this::settle);
  }

  /**
   * Makes a library a service if it can be linked, and none if not. Whoever returns from here finds
   * it so, also if it is another thread that does it: what is installed next may count on it, and
   * of a bundle that is gone listeners cannot be told.
   */
  void settle(BundleLibrary library) {
    library.service().await(() -> change(library));
  }

  // Until nothing is left: it may have gone, or come again, while listeners were told.
  private void change(BundleLibrary library) {
    boolean changed = true;
    while (changed && registry.isAvailable(library) != services.containsKey(library)) {
      changed = services.containsKey(library) ? unregister(library) : register(library);
    }
  }

  private boolean register(BundleLibrary library) {
    Optional<BundleContext> context =
        BundleStanding.home(library.capability().getRevision()).map(Bundle::getBundleContext);
    try {
      context.ifPresent(home -> services.put(library, register(library, home)));
    } catch (IllegalStateException e) {
      LOG.log(Level.TRACE, "its bundle has stopped meanwhile", e);
    }
    return services.containsKey(library);
  }

  private static ServiceRegistration<Library> register(BundleLibrary library, BundleContext home) {
    return home.registerService(
        Library.class, library, FrameworkUtil.asDictionary(properties(library)));
  }

  private boolean unregister(BundleLibrary library) {
    try {
      services.get(library).unregister();
    } catch (IllegalStateException e) {
      // The framework was faster: it unregisters all services of a bundle that stops.
      LOG.log(Level.TRACE, "unregistered before", e);
    }
    // Last, so that nobody takes it for done before.
    services.remove(library);
    return true;
  }

  /** Takes back all, once the registry has none that can be linked. */
  void retractAll() {
    services.keySet().forEach(this::settle);
  }

  private static Map<String, Object> properties(BundleLibrary library) {
    Map<String, Object> properties = new HashMap<>(library.attributes());
    List<String> symbols = library.symbols().stream().map(Symbol::name).toList();
    if (symbols.size() <= MANY_SYMBOLS) {
      properties.put(Library.SYMBOLS, symbols.toArray(String[]::new));
    }
    return properties;
  }
}
