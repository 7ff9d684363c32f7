package org.dylink.linker.link.snapshot;

/** An image is of another program, or damaged; the program is linked as if there were none. */
final class UnfitImageException extends Exception {
  private static final long serialVersionUID = 1;

  UnfitImageException(String reason) {
    super(reason);
  }
}
