package org.dylink.linker.link.dl;

/** What the end is that an exit function is for. */
enum ExitKind {
  /** The program ends by {@code exit}, or main returns. */
  PROGRAM,
  /** The program ends by {@code quick_exit}. */
  QUICK,
  /** The thread that registers it ends, or ends the program by {@code exit}. */
  THREAD
}
