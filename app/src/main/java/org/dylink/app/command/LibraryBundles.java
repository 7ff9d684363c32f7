package org.dylink.app.command;

import static java.util.stream.Collectors.toSet;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dylink.app.search.Dependencies;
import org.dylink.app.search.LibraryFile;
import org.dylink.app.search.SearchException;
import org.dylink.linker.FileIdentity;
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

  /** A bundle has one name; a file that is needed by two has two, which hold one library. */
  private record Key(FileIdentity identity, String name) {
    static Key of(LibraryFile file) {
      return new Key(file.identity(), file.name());
    }
  }

  private final BundleContext context;
  private final Map<Key, Bundle> bundles = new LinkedHashMap<>();
  private final Map<Key, LibraryFile> files = new LinkedHashMap<>();
  private final Map<String, Bundle> meant = new HashMap<>();
  // What ld.so has in l_libname: names in NEEDED, and what was given to dlopen.
  private final Map<String, LibraryFile> names = new HashMap<>();
  private final List<Bundle> installed = new ArrayList<>();
  private final ServiceRegistration<ResolverHookFactory> hook;

  LibraryBundles(BundleContext context) {
    this.context = context;
    this.hook =
        context.registerService(
            ResolverHookFactory.class, triggers -> new OwnWires(bundles.values(), meant), null);
  }

  /**
   * Makes a bundle of each file that has none yet, and starts them.
   *
   * @throws BundleException if one of them cannot be installed or resolved
   * @throws SearchException if something is missing
   */
  void start(Dependencies dependencies) throws BundleException, SearchException {
    List<LibraryFile> fresh =
        dependencies.checked().stream().filter(file -> !files.containsKey(Key.of(file))).toList();
    for (LibraryFile file : fresh) {
      install(file);
    }
    dependencies.names().forEach(this::noteNeeded);
    for (LibraryFile file : fresh) {
      // Transient: a storage that is kept must not start it again.
      bundles.get(Key.of(file)).start(Bundle.START_TRANSIENT);
      files.put(Key.of(file), file);
    }
  }

  private void noteNeeded(String name, LibraryFile file) {
    note(name, file);
    note(file.shown(), file);
    meant.put(name, bundles.get(Key.of(file)));
  }

  private void install(LibraryFile file) throws BundleException {
    // The name by which it is needed, which a file's version must not change: libz.so.1.2.
    String location =
        "wasm:"
            + file.path().toUri()
            + "?name="
            + encoded(file.name())
            + "&identity="
            + encoded(file.identity().file() + " " + file.identity().digest());
    Bundle known = context.getBundle(location);
    if (known == null) {
      known = context.installBundle(location);
      installed.add(known);
    }
    bundles.put(Key.of(file), known);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Whether a bundle is one of the program's files. */
  boolean has(Bundle bundle) {
    return bundles.containsValue(bundle);
  }

  /** Notes what a program gave to dlopen: while it has the file, the same gives the same. */
  void note(String opened, LibraryFile file) {
    names.put(opened, file);
  }

  /** The files of loaded libraries, by the names that they were needed or opened by. */
  Map<String, LibraryFile> names(List<Library> loaded) {
    Set<Object> identities = loaded.stream().map(Library::identity).collect(toSet());
    Map<String, LibraryFile> there = new HashMap<>(names);
    there.values().removeIf(file -> !isAmong(identities, file));
    return there;
  }

  private boolean isAmong(Set<Object> identities, LibraryFile file) {
    return registered(file).filter(library -> identities.contains(library.identity())).isPresent();
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
    return files.values().stream()
        .filter(file -> registered(file).filter(found -> found == library).isPresent())
        .findFirst();
  }

  private Optional<Library> registered(LibraryFile file) {
    ServiceReference<?>[] services = bundles.get(Key.of(file)).getRegisteredServices();
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
