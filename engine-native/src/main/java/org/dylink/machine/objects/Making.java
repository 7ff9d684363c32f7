package org.dylink.machine.objects;

/** When code is made that is not there. */
public enum Making {
  /** Never: what is not there is not run by this engine. */
  NEVER,

  /** While programs run on another engine; the next that is linked has it. */
  BACKGROUND,

  /** Before the program runs, which waits for it. */
  FIRST
}
