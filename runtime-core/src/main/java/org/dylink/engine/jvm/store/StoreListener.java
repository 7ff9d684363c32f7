package org.dylink.engine.jvm.store;

/** Is told of what could have saved time and does not. Nothing depends on it. */
@FunctionalInterface
public interface StoreListener {
  /**
   * Called when kept classes are not used, or cannot be kept.
   *
   * @param store the file, or whose classes they are
   * @param reason what is wrong
   */
  void ignored(String store, String reason);
}
