package org.dylink.wasi;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * A program's output, of which it learns what goes wrong. A {@code PrintStream} throws nothing, and
 * has forgotten why it failed: where it is Java's own for the process, the descriptor below tells.
 */
final class Output {
  private final FileDescriptor below; // null unless it is the process's own
  private OutputStream target;

  Output(OutputStream target) {
    this.target = target;
    this.below =
        target == System.out
            ? FileDescriptor.out
            : target == System.err ? FileDescriptor.err : null;
  }

  // One write after the other, whole, and passed on at once, so that output and error output keep
  // their order.
  synchronized void write(byte[] bytes, int offset, int size) throws IOException {
    target.write(bytes, offset, size);
    target.flush();
    if (target instanceof PrintStream print && print.checkError()) {
      if (below == null) {
        throw new IOException("the stream has failed");
      }
      // Once it has failed it says so for ever: the descriptor is used from now on.
      target = new FileOutputStream(below);
      target.write(bytes, offset, size);
    }
  }
}
