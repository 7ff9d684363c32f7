package org.dylink.headers;

import java.util.Optional;

/** How many libraries a bundle may have. */
public final class LibraryCount {
  /**
   * The most libraries of a bundle. Each becomes a service, and at each service that comes or goes
   * a framework searches all capabilities of the service's bundle: the time to start a bundle grows
   * with the square of this number. It is a few seconds here, and would be hours for 100,000.
   */
  public static final int MOST = 4_096;

  private LibraryCount() {}

  /**
   * Why a bundle is refused, if it is: none of its libraries can be used.
   *
   * @param bundle symbolic name and version
   * @param count how many libraries it has
   * @return {@code bundle org.acme.all 1.0.0 has 5000 libraries, at most 4096 are taken: make
   *     several bundles of it}
   */
  public static Optional<String> refusal(String bundle, int count) {
    return count <= MOST
        ? Optional.empty()
        : Optional.of(
            "bundle %s has %d libraries, at most %d are taken: make several bundles of it"
                .formatted(bundle, count, MOST));
  }
}
