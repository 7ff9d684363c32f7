package org.dylink.linker.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Optional;
import org.dylink.format.Companions;
import org.osgi.framework.Bundle;

/** What stands beside a library's file in its bundle. */
final class BundleCompanions implements Companions {
  private final Bundle bundle;
  private final String path;

  BundleCompanions(Bundle bundle, String path) {
    this.bundle = bundle;
    this.path = path;
  }

  @Override
  public Optional<InputStream> open(String kind) throws IOException {
    URL entry = entry(path + "." + kind);
    return entry == null ? Optional.empty() : Optional.of(entry.openStream());
  }

  private URL entry(String name) {
    try {
      return bundle.getEntry(name);
    } catch (IllegalStateException e) {
      return null; // uninstalled, while a program with the library is being linked
    }
  }
}
