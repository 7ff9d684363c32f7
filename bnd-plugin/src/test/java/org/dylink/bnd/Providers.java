package org.dylink.bnd;

import aQute.bnd.osgi.Jar;
import java.util.jar.Manifest;

/** Bundles on the build path. */
final class Providers {
  private Providers() {}

  /** One with a header {@code Provide-Capability}, and nothing else. */
  static Jar of(String capabilities) {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
    manifest.getMainAttributes().putValue("Provide-Capability", capabilities);
    Jar jar = new Jar("provider");
    jar.setManifest(manifest);
    return jar;
  }
}
