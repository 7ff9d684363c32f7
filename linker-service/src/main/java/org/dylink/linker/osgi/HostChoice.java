package org.dylink.linker.osgi;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.dylink.engine.host.HostLibrary;
import org.osgi.framework.ServiceReference;

/** The host libraries that are there; of several for one module the highest-ranked counts. */
final class HostChoice {
  private final Map<ServiceReference<HostLibrary>, HostLibrary> hosts =
      new ConcurrentSkipListMap<>(Comparator.reverseOrder());

  void add(ServiceReference<HostLibrary> reference, HostLibrary library) {
    hosts.put(reference, library);
  }

  void remove(ServiceReference<HostLibrary> reference) {
    hosts.remove(reference);
  }

  boolean isThere(HostLibrary library) {
    return hosts.containsValue(library);
  }

  /** The host library for an import module's name. */
  Optional<HostLibrary> find(String module) {
    return hosts.values().stream().filter(h -> h.moduleName().equals(module)).findFirst();
  }
}
