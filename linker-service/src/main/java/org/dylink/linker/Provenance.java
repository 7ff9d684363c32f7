package org.dylink.linker;

import java.util.List;

/**
 * The bundle that a library comes from.
 *
 * @param symbolicName the bundle's symbolic name; empty if it has none
 * @param version its version
 * @param location where it was installed from, as the framework keeps it
 * @param signers distinguished names of the certificates that signed it and that the framework
 *     trusts; empty if it is unsigned or the framework does not check signatures
 */
public record Provenance(
    String symbolicName, String version, String location, List<String> signers) {
  public Provenance {
    signers = List.copyOf(signers);
  }

  /** {@code symbolic.name 1.0.0}. */
  @Override
  public String toString() {
    return symbolicName + " " + version;
  }
}
