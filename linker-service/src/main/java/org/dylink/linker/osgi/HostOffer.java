package org.dylink.linker.osgi;

import org.dylink.engine.host.HostLibrary;
import org.dylink.linker.Library;
import org.osgi.framework.Bundle;

/**
 * A HostLibrary service.
 *
 * @param host the service
 * @param bundle who has registered it
 * @param library the library that it can be; null if it can be none
 * @param failure why it can be none; else null
 */
record HostOffer(HostLibrary host, Bundle bundle, Library library, String failure) {
  // Asked once, and not when somebody looks for libraries: that is done under a lock.
  static HostOffer of(HostLibrary host, Bundle bundle) {
    try {
      return new HostOffer(host, bundle, Library.of(host), null);
    } catch (RuntimeException e) {
      return new HostOffer(host, bundle, null, String.valueOf(e.getMessage()));
    }
  }
}
