package org.dylink.linker.osgi;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import org.dylink.linker.Provenance;
import org.osgi.framework.Bundle;

/** Tells of bundles what policies ask. */
final class Provenances {
  private Provenances() {}

  static Provenance of(Bundle bundle) {
    Map<X509Certificate, List<X509Certificate>> chains =
        bundle.getSignerCertificates(Bundle.SIGNERS_TRUSTED);
    List<String> signers =
        chains.keySet().stream().map(signer -> signer.getSubjectX500Principal().getName()).toList();
    String name = bundle.getSymbolicName();
    return new Provenance(
        name == null ? "" : name, bundle.getVersion().toString(), bundle.getLocation(), signers);
  }
}
