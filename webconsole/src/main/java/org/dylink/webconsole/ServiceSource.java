package org.dylink.webconsole;

import java.util.List;

/** What is bound to libraries: a service of this bundle's own, while the binding is there. */
@FunctionalInterface
interface ServiceSource {
  /** All at this moment. */
  List<ListedService> all();
}
