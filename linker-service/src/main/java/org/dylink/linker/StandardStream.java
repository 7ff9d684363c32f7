package org.dylink.linker;

/** What every program reads and writes. */
public enum StandardStream {
  /** What it reads, file descriptor 0. */
  STDIN,

  /** What it says, file descriptor 1. */
  STDOUT,

  /** What it complains of, file descriptor 2. */
  STDERR
}
