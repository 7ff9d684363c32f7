package org.dylink.wasi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.DirectoryIteratorException;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;

/** Where Java's exceptions end: the guest gets an error number, or is stopped. */
final class Border {
  private Border() {}

  /**
   * The error number for an exception.
   *
   * @throws Throwable the exception itself, where it is not the guest's doing: the program's exit,
   *     a stop, a mistake of our own
   */
  static int errno(Throwable thrown) throws Throwable {
    if (thrown instanceof IOException failure) {
      return ofHost(failure);
    } else if (thrown instanceof RuntimeException failure) {
      return ofJava(failure);
    }
    throw thrown;
  }

  private static int ofJava(RuntimeException e) {
    if (e instanceof ErrnoException known) {
      return known.errno();
    }
    if (e instanceof TrapException trap) {
      return ofTrap(trap);
    }
    if (e instanceof DirectoryIteratorException listing) {
      return ofHost(listing.getCause());
    }
    if (e instanceof UncheckedIOException unchecked) {
      return ofHost(unchecked.getCause());
    }
    if (e instanceof NonReadableChannelException || e instanceof NonWritableChannelException) {
      return WasiErrno.BADF;
    }
    if (e instanceof IllegalArgumentException) {
      return WasiErrno.INVAL; // a size or position that no channel takes
    }
    if (e instanceof UnsupportedOperationException) {
      return WasiErrno.NOTSUP; // the host's file system does not have it
    }
    throw e;
  }

  /**
   * Ends the call if the thread was interrupted, which is how a program is stopped. The interrupt
   * stays set for whoever else waits for it.
   *
   * @throws TrapException of kind STOPPED
   */
  static void stopIfInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new TrapException(TrapKind.STOPPED, "thread was interrupted");
    }
  }

  private static int ofHost(IOException e) {
    stopIfInterrupted(); // an interrupt closes a channel that is in use
    return HostErrors.errno(e);
  }

  // The guest's own pointer was wrong: WASI has an answer to that, so the guest lives on.
  private static int ofTrap(TrapException trap) {
    if (trap.kind() == TrapKind.OUT_OF_BOUNDS_MEMORY) {
      return WasiErrno.FAULT;
    }
    throw trap;
  }
}
