package org.dylink.launcher;

import java.util.List;

/** Tells which programs configurations run. A service; threads may share it. */
@FunctionalInterface
public interface LauncherRuntime {
  /** All of them as they are at this moment, by name, then by PID. */
  List<ConfiguredProgramDTO> programs();
}
