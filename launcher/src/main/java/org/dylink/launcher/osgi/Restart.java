package org.dylink.launcher.osgi;

/** When a program that has ended is started again. */
enum Restart {
  NEVER,
  /** If it had no exit code, or another one than 0. */
  ON_FAILURE,
  ALWAYS
}
