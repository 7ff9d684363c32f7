package org.dylink.linker.osgi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /**
   * Registers a library that is not yet. Whoever returns from here finds the service, also if it is
   * another thread that registers it.
   */
  void publish(BundleLibrary library, Bundle home) {
    if (services.containsKey(library)) {
      return;
    }
    synchronized (library) {
      BundleContext context = home.getBundleContext();
      if (context != null && !services.containsKey(library)) {
        register(library, context);
      }
    }
    // Whoever took it back meanwhile has not found the registration.
    if (!registry.isAvailable(library)) {
      retract(library);
    }
  }

  private void register(BundleLibrary library, BundleContext context) {
    try {
      services.put(
          library,
          context.registerService(
              Library.class, library, FrameworkUtil.asDictionary(properties(library))));
    } catch (IllegalStateException e) {
      LOG.log(Level.TRACE, "its bundle has stopped meanwhile", e);
    }
  }

  /** Takes back those that cannot be linked any more. */
  void retractUnavailable() {
    services.keySet().stream()
        .filter(library -> !registry.isAvailable(library))
        .forEach(this::retract);
  }

  void retract(BundleLibrary library) {
    ServiceRegistration<Library> service = services.remove(library);
    if (service == null) {
      return;
    }
    try {
      service.unregister();
    } catch (IllegalStateException e) {
      // The framework was faster: it unregisters all services of a bundle that stops.
      LOG.log(Level.TRACE, "unregistered before", e);
    }
  }

  void retractAll() {
    services.keySet().forEach(this::retract);
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
