package org.dylink.engine.jvm.store;

/** A file of classes that is damaged, or was made from something else. */
public final class UnfitStoreException extends Exception {
  private static final long serialVersionUID = 1L;

  UnfitStoreException(String reason) {
    super(reason);
  }
}
