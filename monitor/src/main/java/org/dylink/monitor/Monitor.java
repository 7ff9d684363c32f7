package org.dylink.monitor;

import java.util.List;

/**
 * Tells what has happened to programs since this bundle was started. A service; threads may share
 * it.
 */
public interface Monitor {
  /** The numbers at this moment. */
  Figures figures();

  /** The last 100 things that happened to programs, the latest first. */
  List<ProgramEvent> events();
}
