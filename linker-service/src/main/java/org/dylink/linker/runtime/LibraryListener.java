package org.dylink.linker.runtime;

/**
 * Hears of every change of a library's state. A whiteboard service: one that is registered is first
 * told of all libraries that are there. Calls come one after the other, in the order of the
 * changes.
 */
@FunctionalInterface
public interface LibraryListener {
  /**
   * A library's state, or the reasons for it, have changed.
   *
   * @param library what it is now; one that is gone is told of once as WITHDRAWN
   */
  void libraryChanged(LibraryDTO library);
}
