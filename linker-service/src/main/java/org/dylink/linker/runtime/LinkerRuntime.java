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

  /**
   * Prelinked images that were of no use to the programs that they are for, a sentence each with
   * the program's name and the reason: {@code app.wasm: image is ignored: it is damaged}. One goes
   * when its program is gone, or when an image fits.
   */
  List<String> ignoredImages();
}
