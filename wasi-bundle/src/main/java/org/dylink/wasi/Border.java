package org.dylink.wasi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import run.endive.wasm.WasmEngineException;

/** Where Java's exceptions end: the guest gets an error number, or is stopped. */
final class Border {
  private Border() {}

  /**
   * The error number for an exception.
   *
   * @throws RuntimeException the exception itself, where it is not the guest's doing: the program's
   *     exit, a stop, a mistake of our own
   */
  static int errno(Exception e) {
    if (e instanceof IOException failure) {
      return ofHost(failure);
    }
    return ofJava((RuntimeException) e);
  }

  private static int ofJava(RuntimeException e) {
    if (e instanceof ErrnoException known) {
      return known.errno();
    }
    if (e instanceof TrapException trap) {
      return ofTrap(trap);
    }
    if (e instanceof WasmEngineException endive) {
      return ofEndive(endive);
    }
    if (e instanceof UncheckedIOException unchecked) {
      return ofHost(unchecked.getCause());
    }
    if (e instanceof NonReadableChannelException || e instanceof NonWritableChannelException) {
      return Errno.NOTCAPABLE;
    }
    if (e instanceof IllegalArgumentException) {
      return Errno.INVAL; // a size or position that no channel takes
    }
    if (e instanceof UnsupportedOperationException) {
      return Errno.NOTSUP; // the host's file system does not have it
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
    if (e instanceof NoSuchFileException) {
      return Errno.NOENT;
    }
    if (e instanceof FileAlreadyExistsException) {
      return Errno.EXIST;
    }
    if (e instanceof AccessDeniedException) {
      return Errno.ACCES;
    }
    if (e instanceof NotDirectoryException) {
      return Errno.NOTDIR;
    }
    if (e instanceof DirectoryNotEmptyException) {
      return Errno.NOTEMPTY;
    }
    if (e instanceof NotLinkException) {
      return Errno.INVAL;
    }
    return e instanceof AtomicMoveNotSupportedException ? Errno.XDEV : Errno.IO;
  }

  // The guest's own pointer was wrong: WASI has an answer to that, so the guest lives on.
  private static int ofTrap(TrapException trap) {
    if (trap.kind() == TrapKind.OUT_OF_BOUNDS_MEMORY) {
      return Errno.FAULT;
    }
    throw trap;
  }

  // Endive throws this when interrupted, and for a kind of file descriptor that a call forgot.
  private static int ofEndive(WasmEngineException e) {
    if (e.getCause() instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    stopIfInterrupted();
    return Errno.INVAL;
  }
}
