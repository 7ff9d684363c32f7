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

  // These two by hand: the JVM links the generated ones, which takes a cold one several
  // milliseconds.
  @Override
  public boolean equals(Object other) {
    return other instanceof LibraryKey key
        && revision.equals(key.revision)
        && name.equals(key.name)
        && path.equals(key.path);
  }

  @Override
  public int hashCode() {
    return (31 * revision.hashCode() + name.hashCode()) * 31 + path.hashCode();
  }
}
