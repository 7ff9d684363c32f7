package org.dylink.machine.objects;

import javax.security.auth.x500.X500Principal;

/** Names of signers, of which one has several forms. */
final class SignerName {
  private SignerName() {}

  static boolean isName(String name) {
    try {
      return !canonical(name).isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * The form that all forms of a name have in common.
   *
   * @throws IllegalArgumentException if it is no name
   */
  static String canonical(String name) {
    return new X500Principal(name).getName(X500Principal.CANONICAL);
  }
}
