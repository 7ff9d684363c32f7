package org.dylink.linker;

/** How a library is opened in a running program (POSIX, dlopen). */
public enum OpenFlag {
  /** An undefined function is an error when it is called, not at once: RTLD_LAZY. */
  LAZY,
  /** Libraries that are opened later may be bound to it: RTLD_GLOBAL. */
  GLOBAL,
  /** Only if the program has it already: RTLD_NOLOAD. */
  NOLOAD,
  /** It stays when it is closed: RTLD_NODELETE. */
  NODELETE
}
