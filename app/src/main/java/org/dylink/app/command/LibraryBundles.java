package org.dylink.app.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dylink.app.search.LibraryFile;
import org.dylink.linker.Library;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.FrameworkWiring;

/** A program's files as bundles, installed and started; gone again when closed. */
final class LibraryBundles implements AutoCloseable {
  private static final long REFRESH_SECONDS = 10;

  private final BundleContext context;
  private final Map<Path, Bundle> bundles = new HashMap<>();
  private final List<LibraryFile> started = new ArrayList<>();
  private final List<Bundle> installed = new ArrayList<>();
  private final ServiceRegistration<ResolverHookFactory> hook;

  LibraryBundles(BundleContext context) {
    this.context = context;
    this.hook =
        context.registerService(
            ResolverHookFactory.class, triggers -> new OwnWires(bundles.values()), null);
  }

  /**
   * Makes a bundle of each file that has none yet, and starts them.
   *
   * @throws BundleException if one of them cannot be installed or resolved
   */
  void start(List<LibraryFile> files) throws BundleException {
    List<Bundle> fresh = new ArrayList<>();
    for (LibraryFile file : files) {
      if (!bundles.containsKey(file.path())) {
        fresh.add(install(file));
        started.add(file);
      }
    }
    for (Bundle bundle : fresh) {
      // Transient: a storage that is kept must not start it again.
      bundle.start(Bundle.START_TRANSIENT);
    }
  }

  private Bundle install(LibraryFile file) throws BundleException {
    // The name by which it is needed, which a file's version must not change: libz.so.1.2.
    String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
    String location = "wasm:" + file.path().toUri() + "?name=" + name;
    Bundle known = context.getBundle(location);
    if (known == null) {
      known = context.installBundle(location);
      installed.add(known);
    }
    bundles.put(file.path(), known);
    return known;
  }

  /**
   * The library in a file.
   *
   * @throws IllegalStateException if the linker has registered none
   */
  Library library(LibraryFile file) {
    return registered(file)
        .orElseThrow(
            () -> new IllegalStateException(file.name() + ": the linker has not taken it up"));
  }

  /** The file that a library is in; empty if it comes from a bundle that was there before. */
  Optional<LibraryFile> file(Library library) {
    return started.stream()
        .filter(file -> registered(file).filter(found -> found == library).isPresent())
        .findFirst();
  }

  private Optional<Library> registered(LibraryFile file) {
    ServiceReference<?>[] services = bundles.get(file.path()).getRegisteredServices();
    for (ServiceReference<?> service : services == null ? new ServiceReference<?>[0] : services) {
      if (context.getService(service) instanceof Library library) {
        return Optional.of(library);
      }
    }
    return Optional.empty();
  }

  /** Uninstalls what was installed here, and waits until nothing is wired to it any more. */
  @Override
  public void close() {
    try {
      for (Bundle bundle : installed) {
        bundle.uninstall();
      }
      refresh();
    } catch (BundleException e) {
      throw new IllegalStateException(e.getMessage(), e);
    } finally {
      hook.unregister();
    }
  }

  /** After an uninstall the wiring stays until the refresh, and others could still bind to it. */
  private void refresh() {
    CountDownLatch refreshed = new CountDownLatch(1);
    Bundle system = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
    system.adapt(FrameworkWiring.class).refreshBundles(installed, event -> refreshed.countDown());
    try {
      if (!refreshed.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the framework does not refresh its bundles");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
