package org.dylink.linker.osgi;

import java.util.List;
import org.osgi.framework.Bundle;

/**
 * What a look at the framework says of one library.
 *
 * @param standing how far its bundle is
 * @param home the bundle whose state counts: of a library in a fragment, the host
 * @param library the library; null unless STARTED
 * @param needs what it needs; empty unless STARTED
 * @param reasons why it is no further; empty if STARTED
 */
record Finding(
    Standing standing, Bundle home, BundleLibrary library, List<Need> needs, List<String> reasons) {
  /** How far a bundle is. */
  enum Standing {
    /** Not resolved, and no bundle provides what it needs. */
    UNMET,
    STOPPED,
    STARTED,
    /** Started, and the library cannot be read; or its bundle is not taken, started or not. */
    BROKEN,
    /** Updated or uninstalled: this revision does not come back. */
    GONE
  }

  static Finding without(Standing standing, Bundle home, List<String> reasons) {
    return new Finding(standing, home, null, List.of(), reasons);
  }

  boolean isStarted() {
    return standing == Standing.STARTED;
  }
}
