package org.dylink.engine.host;

/** What a program is granted, and host functions may tell it: see {@link HostLibrary#looksAt}. */
public enum Granted {
  /** {@link Guest#arguments}. */
  ARGUMENTS,

  /** {@link Guest#environment}. */
  ENVIRONMENT,

  /** The names of {@link Guest#folders}, and not where those are or what is in them. */
  FOLDERS,

  /** Random bytes, of which {@link HostInstance#random} tells. */
  RANDOM
}
