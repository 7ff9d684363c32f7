package org.dylink.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dylink.testing.Fake;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/** As much of a framework as the commands use that change bundles, and a record of what they do. */
final class FakeFramework {
  /** What a test does when a bundle's method is called. */
  @FunctionalInterface
  interface Reaction {
    void to(String method, long bundle) throws BundleException;
  }

  private final Map<Long, Bundle> bundles = new TreeMap<>();
  private final Map<Long, Integer> states = new TreeMap<>();
  private final List<String> calls = new ArrayList<>();
  private long nextId = 20;

  /** Called before the framework does what it is told, and may throw. */
  Reaction reaction = (method, bundle) -> {};

  /** What is wired to a bundle, by the bundle's id. */
  final Map<Long, List<Long>> dependents = new TreeMap<>();

  /** What was done, {@code stop 12}; taken away. */
  List<String> takeCalls() {
    List<String> taken = List.copyOf(calls);
    calls.clear();
    return taken;
  }

  /** A bundle that is there, and started. */
  Bundle started(long id) {
    return add(id, "bundle:" + id, Bundle.ACTIVE);
  }

  private Bundle add(long id, String location, int state) {
    Bundle bundle = Fake.of(Bundle.class, (method, arguments) -> bundle(id, location, method));
    bundles.put(id, bundle);
    states.put(id, state);
    return bundle;
  }

  BundleContext context() {
    return Fake.of(
        BundleContext.class,
        (method, arguments) ->
            switch (method) {
              case "getBundle" ->
                  arguments[0] instanceof Long id ? bundles.get(id) : find((String) arguments[0]);
              case "installBundle" -> install((String) arguments[0]);
              case "getServiceReference" -> Fake.of(ServiceReference.class, this::linker);
              default -> null;
            });
  }

  // Of a service, whose bundle nobody touches.
  private Object linker(String method, Object[] arguments) {
    return Fake.of(Bundle.class, (name, nothing) -> null);
  }

  private Bundle install(String location) throws BundleException {
    long id = nextId;
    call("install " + location, id);
    nextId++;
    return add(id, location, Bundle.INSTALLED);
  }

  private Bundle find(String location) {
    if (location.equals("System Bundle")) {
      return Fake.of(Bundle.class, (method, arguments) -> wiring());
    }
    return bundles.values().stream()
        .filter(bundle -> bundle.getLocation().equals(location))
        .findFirst()
        .orElse(null);
  }

  private Object bundle(long id, String location, String method) throws BundleException {
    return switch (method) {
      case "getBundleId" -> id;
      case "getLocation" -> location;
      case "getSymbolicName" -> "bundle" + id;
      case "getVersion" -> new Version(1, 0, 0);
      case "getState" -> states.get(id);
      case "adapt" -> Fake.of(BundleRevision.class, (name, nothing) -> 0);
      case "start" -> become(id, "start", Bundle.ACTIVE);
      case "stop" -> become(id, "stop", Bundle.RESOLVED);
      case "update" -> become(id, "update", Bundle.INSTALLED);
      case "uninstall" -> {
        become(id, "uninstall", Bundle.UNINSTALLED);
        yield bundles.remove(id);
      }
      default -> throw new UnsupportedOperationException(method);
    };
  }

  private Object become(long id, String method, int state) throws BundleException {
    call(method, id);
    states.put(id, state);
    return null;
  }

  private void call(String method, long id) throws BundleException {
    calls.add(method.startsWith("install") ? method : method + " " + id);
    reaction.to(method, id);
  }

  private FrameworkWiring wiring() {
    return Fake.of(
        FrameworkWiring.class,
        (method, arguments) -> {
          Collection<?> given = (Collection<?>) arguments[0];
          if (method.equals("getDependencyClosure")) {
            return closure(given);
          }
          calls.add("refresh " + given.stream().map(b -> ((Bundle) b).getBundleId()).toList());
          ((FrameworkListener[]) arguments[1])[0].frameworkEvent(null);
          return null;
        });
  }

  private Collection<Bundle> closure(Collection<?> given) {
    Set<Bundle> closure = new LinkedHashSet<>();
    for (Object each : given) {
      Bundle bundle = (Bundle) each;
      closure.add(bundle);
      for (long id : dependents.getOrDefault(bundle.getBundleId(), List.of())) {
        closure.add(bundles.get(id));
      }
    }
    return closure;
  }
}
