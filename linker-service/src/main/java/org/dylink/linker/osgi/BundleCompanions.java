package org.dylink.linker.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

  // As far as the framework checks signatures: some do not, and then nobody has signed anything.
  @Override
  public Set<String> signers() {
    return bundle.getSignerCertificates(Bundle.SIGNERS_TRUSTED).keySet().stream()
        .map(each -> each.getSubjectX500Principal().getName())
        .collect(Collectors.toSet());
  }

  private URL entry(String name) {
    try {
      return bundle.getEntry(name);
    } catch (IllegalStateException e) {
      return null; // uninstalled, while a program with the library is being linked
    }
  }
}
