package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.test.common.annotation.InjectBundleContext;

/**
 * A bundle that is updated has the classes of its API twice until its users are refreshed, and they
 * see no service of the new ones. So a bundle that provides a service takes the API from a bundle
 * that exports it already (OSGi Core, "Package Substitution").
 */
@FrameworkTest
class ServiceApiIT {
  private static final String SERVICE = "osgi.service";

  @InjectBundleContext BundleContext context;

  @Test
  void whoProvidesAServiceImportsThePackageOfItsInterfaceToo() {
    List<String> notImported = new ArrayList<>();
    Set<String> substitutable = new TreeSet<>();
    for (BundleRevision revision : ours()) {
      Set<String> imported = imports(revision);
      for (String api : servicePackages(revision)) {
        if (imported.contains(api)) {
          substitutable.add(api);
        } else {
          notImported.add(revision.getSymbolicName() + " exports " + api);
        }
      }
    }
    assertEquals(List.of(), notImported);
    assertTrue(substitutable.containsAll(Set.of("org.dylink.engine", "org.dylink.linker")));
  }

  private List<BundleRevision> ours() {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> bundle.getSymbolicName().startsWith("org.dylink."))
        .map((Bundle bundle) -> bundle.adapt(BundleRevision.class))
        .toList();
  }

  /** The packages of services that a bundle both provides and exports. */
  private static Set<String> servicePackages(BundleRevision revision) {
    Set<String> packages = new TreeSet<>();
    for (BundleCapability service : revision.getDeclaredCapabilities(SERVICE)) {
      for (Object name : (Collection<?>) service.getAttributes().get("objectClass")) {
        String type = String.valueOf(name);
        packages.add(type.substring(0, type.lastIndexOf('.')));
      }
    }
    packages.retainAll(exports(revision));
    return packages;
  }

  private static Set<String> exports(BundleRevision revision) {
    return revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream()
        .map(exported -> (String) exported.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))
        .collect(Collectors.toSet());
  }

  /** A requirement of a package is a filter that begins with its name. */
  private static Set<String> imports(BundleRevision revision) {
    return revision.getDeclaredRequirements(PackageNamespace.PACKAGE_NAMESPACE).stream()
        .map(required -> required.getDirectives().get("filter"))
        .map(filter -> filter.replaceFirst(".*\\(osgi\\.wiring\\.package=([^)]*)\\).*", "$1"))
        .collect(Collectors.toSet());
  }
}
