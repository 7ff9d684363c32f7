package org.dylink.linker.link.parts;

/**
 * How far a library has come in a program, and whether it is on its way out.
 *
 * <pre>
 * LOADED -> COMPILED -> BOUND -> STARTED -> RELOCATED -> CONSTRUCTED -> CLOSING -> GONE
 *    |          |         |         |           |                                   ^
 *    +----------+---------+---------+-----------+-----------------------------------+
 *                              what cannot be opened leaves
 * </pre>
 *
 * Only forward; {@link Occupant#enter} changes it.
 */
public enum LinkState {
  /** It is found, and may be linked. */
  LOADED,
  /** The engine has made code of it. */
  COMPILED,
  /** It has an instance, whose imports are bound. Other libraries may not have one yet. */
  BOUND,
  /** Its segments are copied, and its start function has run. */
  STARTED,
  /** Addresses are written into its data. */
  RELOCATED,
  /** Its constructors have run; main's are those of its {@code _start}. */
  CONSTRUCTED,
  /** Its exit functions run: nobody can open it any more. */
  CLOSING,
  /** It is not in the program any more. */
  GONE
}
