package org.dylink.app;

import java.io.IOException;
import java.util.Optional;

/**
 * Standard output that did not take what a command had to print.
 *
 * @param cause as the system told it
 */
public record WriteFailure(IOException cause) {
  // EX_IOERR of sysexits.h.
  private static final int NOT_WRITTEN = 74;

  // What a shell gives for a process that SIGPIPE ended: 128 + 13.
  private static final int BROKEN_PIPE = 141;

  /** The command's exit code. */
  public int code() {
    return isBrokenPipe() ? BROKEN_PIPE : NOT_WRITTEN;
  }

  /** What to say of it: nothing if nobody reads any more, as in {@code dylink symbols x | head}. */
  public Optional<String> message() {
    return isBrokenPipe()
        ? Optional.empty()
        : Optional.of("standard output: cannot be written: " + cause.getMessage());
  }

  private boolean isBrokenPipe() {
    return "Broken pipe".equals(cause.getMessage());
  }
}
