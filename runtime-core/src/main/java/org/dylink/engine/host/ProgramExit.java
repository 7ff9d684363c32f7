package org.dylink.engine.host;

import org.dylink.engine.GuestEnd;

/** Thrown by a host function to end the program; passes through the guest unchanged and unseen. */
public final class ProgramExit extends RuntimeException implements GuestEnd {
  private static final long serialVersionUID = 1L;

  private final int code;

  /**
   * @param code the exit code, as the guest gave it
   */
  public ProgramExit(int code) {
    super("exit code " + code, null, false, false);
    this.code = code;
  }

  /** The exit code, as the guest gave it. */
  public int code() {
    return code;
  }
}
