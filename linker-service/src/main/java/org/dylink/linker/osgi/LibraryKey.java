package org.dylink.linker.osgi;

import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/**
 * What identifies a library in a framework. Frameworks wrap the capabilities of fragments, so that
 * those themselves do not serve.
 */
record LibraryKey(BundleRevision revision, String name, String path) {
  static LibraryKey of(BundleCapability capability) {
    return new LibraryKey(
        capability.getRevision(),
        BundleLibrary.nameOf(capability),
        BundleLibrary.pathOf(capability));
  }
}
