package org.dylink.linker.runtime;

/** Where a library is in its life in a framework. */
public enum LibraryState {
  /** Its bundle is installed and has not been started. */
  DISCOVERED,
  /** Something that it needs is not there; the reasons name it. */
  WAITING,
  /** It can be linked, and is a service. */
  AVAILABLE,
  /** Its bundle was stopped, updated or uninstalled; it is not linked any more. */
  WITHDRAWN,
  /** It cannot be read, or its bundle has too many; the reasons name the cause. */
  FAILED
}
