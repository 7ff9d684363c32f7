package org.dylink.linker.osgi;

import java.net.URL;
import java.util.List;
import java.util.Map;
import org.dylink.engine.Engine;
import org.dylink.engine.host.HostLibrary;
import org.dylink.testing.Fake;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/** As much of a framework as the linker's component asks for; the rest answers null. */
final class Fakes {
  private Fakes() {}

  /** A framework without bundles. */
  static BundleContext emptyFramework() {
    return Fake.of(
        BundleContext.class,
        (method, arguments) ->
            switch (method) {
              case "getBundles" -> new Bundle[0];
              case "registerService" -> Fake.of(ServiceRegistration.class, (m, a) -> null);
              default -> null;
            });
  }

  /** References to engines that compare by ranking alone. */
  static ServiceReference<Engine> engineOfRank(int rank) {
    return ofRank(rank);
  }

  /** References to host libraries that compare by ranking alone. */
  static ServiceReference<HostLibrary> hostOfRank(int rank) {
    return ofRank(rank);
  }

  private static <S> ServiceReference<S> ofRank(int rank) {
    @SuppressWarnings("unchecked")
    ServiceReference<S> reference =
        Fake.of(
            ServiceReference.class,
            (method, arguments) ->
                switch (method) {
                  case "getProperty" -> rank;
                  case "compareTo" ->
                      Integer.compare(rank, rank((ServiceReference<?>) arguments[0]));
                  default -> null;
                });
    return reference;
  }

  /** A capability of a bundle {@code test 1.0.0} whose only entry is a file, or nothing. */
  static BundleCapability capability(Map<String, Object> attributes, URL entry) {
    Bundle bundle =
        Fake.of(
            Bundle.class,
            (method, arguments) ->
                switch (method) {
                  case "getEntry" -> entry;
                  case "getSymbolicName" -> "test";
                  case "getVersion" -> new Version(1, 0, 0);
                  default -> null;
                });
    BundleRevision revision =
        Fake.of(
            BundleRevision.class,
            (method, arguments) ->
                switch (method) {
                  case "getBundle" -> bundle;
                  case "getDeclaredRequirements" -> List.of();
                  case "getSymbolicName" -> "test";
                  case "getVersion" -> new Version(1, 0, 0);
                  default -> null;
                });
    return capabilityOf(revision, attributes);
  }

  static BundleCapability capabilityOf(BundleRevision revision, Map<String, Object> attributes) {
    return Fake.of(
        BundleCapability.class,
        (method, arguments) ->
            switch (method) {
              case "getAttributes" -> attributes;
              case "getRevision" -> revision;
              default -> null;
            });
  }

  private static int rank(ServiceReference<?> reference) {
    return (int) reference.getProperty("service.ranking");
  }
}
