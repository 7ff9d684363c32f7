package org.dylink.linker.osgi;

import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;

/**
 * A library that another one needs, and where its wires lead.
 *
 * @param name the name in NEEDED
 * @param requirement the bundle's requirement; null if its own bundle meets it, or nobody does
 * @param provider the capability, or null
 * @param failure why there is none, such as {@code no wired bundle provides it}; else null
 * @param isForbidden whether it is a policy that says so
 */
record Need(
    String name,
    BundleRequirement requirement,
    BundleCapability provider,
    String failure,
    boolean isForbidden) {
  static Need met(String name, BundleRequirement requirement, BundleCapability provider) {
    return new Need(name, requirement, provider, null, false);
  }

  static Need unmet(String name, String failure) {
    return new Need(name, null, null, failure, false);
  }

  static Need forbidden(String name, String refusal) {
    return new Need(name, null, null, refusal, true);
  }

  /** What to say of it while it is not met. */
  String reason(String detail) {
    return name + ": " + detail;
  }
}
