package org.dylink.webconsole;

import java.util.List;

/**
 * A Java interface that a bundle binds to a library. Ours, as the binding's own type may not be
 * there.
 *
 * @param type the interface's name
 * @param bundle the id of the bundle
 * @param library the name of the library that it is bound to, or waits for
 * @param version that library's; empty while it is no service
 * @param failure why it does not fit; empty if it does
 * @param programs the ids of its programs
 */
record ListedService(
    String type, long bundle, String library, String version, String failure, List<Long> programs) {
  /** {@code registered}, {@code waiting} or {@code failed}. */
  String state() {
    return !failure.isEmpty() ? "failed" : version.isEmpty() ? "waiting" : "registered";
  }

  /** The interface's name without its package. */
  String shortName() {
    return type.substring(type.lastIndexOf('.') + 1);
  }
}
