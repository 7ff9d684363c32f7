package org.dylink.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/**
 * What was made from a module at build time and stands beside its file: {@code libz.so.jvm} for
 * {@code libz.so}. It may save whoever made it work, and means nothing to anybody else. Threads may
 * share it.
 */
@FunctionalInterface
public interface Companions {
  /** Of a module that stands alone. */
  Companions NONE = kind -> Optional.empty();

  /**
   * Opens a companion.
   *
   * @param kind who made it: an engine's name, which the file's name ends in
   * @return its contents, to be closed by the caller; empty if there is none
   * @throws IOException if it cannot be opened
   */
  Optional<InputStream> open(String kind) throws IOException;

  /**
   * Who has signed what stands beside the module.
   *
   * @return names (RFC 2253) of those whom whoever holds the files has checked and trusts
   */
  default Set<String> signers() {
    return Set.of();
  }
}
