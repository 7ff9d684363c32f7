package org.dylink.machine;

import java.util.Set;
import org.dylink.format.WasmModule;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A service that decides which machine code in bundles is run, beside what the configuration of the
 * engine allows. Threads may call it at the same time, while programs are linked.
 */
@ConsumerType
@FunctionalInterface
public interface MachineCodePolicy {
  /**
   * Whether code that stands beside a module is run. It can do whatever the JVM's process can, and
   * nobody checks it.
   *
   * @param digest the SHA-256 of the object's file, in hexadecimal
   * @param signers the names (RFC 2253) of those who have signed the bundle, as far as the
   *     framework has checked and trusts them
   */
  boolean allows(WasmModule module, String digest, Set<String> signers);

  /** Who this is, for whoever asks who trusts some code. */
  default String name() {
    return getClass().getName();
  }
}
