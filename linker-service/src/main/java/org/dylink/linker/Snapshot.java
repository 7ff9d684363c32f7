package org.dylink.linker;

/**
 * A linked program as it was at one moment, from which others begin: see {@link Program#snapshot}
 * and {@link Linker#link(Snapshot, LinkRequest)}. Immutable; threads may share it. It holds the
 * libraries, and nothing of the program, which may be closed.
 */
public interface Snapshot {
  /** What the program was linked as. */
  LinkRequest request();

  /**
   * Bytes of memory that it holds: those of the program's that are not zero, in blocks of 4 KiB.
   */
  long bytes();
}
