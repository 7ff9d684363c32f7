package org.dylink.bnd;

/** A program of which there can be no image. */
public final class NoImageException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * With what is wrong.
   *
   * @param message begins with the name of the module that it is about
   */
  public NoImageException(String message) {
    super(message);
  }
}
