package org.dylink.linker.runtime;

import java.util.List;

/** Tells what the linker knows. Every call is a look at one moment; threads may share it. */
public interface LinkerRuntime {
  /**
   * All libraries of all installed bundles, whether they can be linked or not, and those that are
   * gone but still used by a program: by name, then highest version first.
   */
  List<LibraryDTO> libraries();

  /** All programs that are not closed, in the order of their ids. */
  List<ProgramDTO> programs();
}
