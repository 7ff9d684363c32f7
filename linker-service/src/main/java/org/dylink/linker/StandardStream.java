package org.dylink.linker;

/** What every program reads and writes. */
public enum StandardStream {
  STDIN,
  STDOUT,
  STDERR
}
