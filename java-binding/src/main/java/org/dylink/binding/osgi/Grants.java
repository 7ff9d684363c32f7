package org.dylink.binding.osgi;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.framework.ServiceReference;

/** The configurations of bound services. Threads may share it. */
final class Grants {
  private final Map<ServiceReference<Grant>, Grant> grants =
      new ConcurrentSkipListMap<>(Comparator.reverseOrder());

  void add(ServiceReference<Grant> reference, Grant grant) {
    grants.put(reference, grant);
  }

  void remove(ServiceReference<Grant> reference) {
    grants.remove(reference);
  }

  /** Whether that is still what an interface is granted. */
  boolean has(String type, Optional<Grant> grant) {
    return of(type).equals(grant);
  }

  /** What an interface is granted; of several configurations the older counts. */
  Optional<Grant> of(String type) {
    return grants.values().stream().filter(grant -> grant.type().equals(type)).findFirst();
  }
}
