package org.dylink.wasi;

/** Ends a call with an error number; {@link Border} hands it to the guest. */
final class ErrnoException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int errno;

  /**
   * @param errno one of {@link WasiErrno}
   */
  ErrnoException(int errno) {
    super("errno " + errno, null, false, false);
    this.errno = errno;
  }

  int errno() {
    return errno;
  }
}
