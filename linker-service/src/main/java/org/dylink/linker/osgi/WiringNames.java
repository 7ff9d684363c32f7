package org.dylink.linker.osgi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dylink.linker.Library;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/**
 * The libraries that a wiring has, and those that it is wired to, by name. Both become more while
 * it is in use, as fragments are attached, and never others.
 */
final class WiringNames {
  private final BundleWiring wiring;
  private final List<BundleCapability> libraries;
  private final List<BundleWire> wires;
  private final Map<String, List<BundleCapability>> librariesByName;
  private final Map<String, List<BundleWire>> wiresByName;

  WiringNames(BundleWiring wiring) {
    this.wiring = wiring;
    this.libraries = BundleStanding.libraries(wiring);
    this.wires = BundleStanding.wires(wiring, Library.NAMESPACE);
    this.librariesByName = byName(libraries, Function.identity());
    this.wiresByName = byName(wires, BundleWire::getCapability);
  }

  private static <T> Map<String, List<T>> byName(
      List<T> all, Function<T, BundleCapability> capability) {
    Map<String, List<T>> names = new HashMap<>();
    for (T each : all) {
      String name = BundleLibrary.nameOf(capability.apply(each));
      names.computeIfAbsent(name, key -> new ArrayList<>(1)).add(each);
    }
    return names;
  }

  /** Whether it is what a new one of the wiring would be. */
  boolean isOf(BundleWiring other) {
    return other.equals(wiring)
        && BundleStanding.libraries(other).size() == libraries.size()
        && BundleStanding.wires(other, Library.NAMESPACE).size() == wires.size();
  }

  /** Those of a name that the wiring has, in the order of its bundles. */
  Stream<BundleCapability> libraries(String name) {
    return librariesByName.getOrDefault(name, List.of()).stream();
  }

  /** Where it is wired to for a name. */
  Stream<BundleWire> wires(String name) {
    return wiresByName.getOrDefault(name, List.of()).stream();
  }
}
