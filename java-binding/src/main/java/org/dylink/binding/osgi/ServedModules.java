package org.dylink.binding.osgi;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dylink.engine.host.HostLibrary;
import org.osgi.framework.ServiceReference;

/** The import modules that host libraries serve. Threads may share it. */
final class ServedModules {
  private final Map<ServiceReference<HostLibrary>, String> modules = new ConcurrentHashMap<>();

  void add(ServiceReference<HostLibrary> reference, String module) {
    modules.put(reference, module);
  }

  void remove(ServiceReference<HostLibrary> reference) {
    modules.remove(reference);
  }

  boolean has(String module) {
    return modules.containsValue(module);
  }
}
