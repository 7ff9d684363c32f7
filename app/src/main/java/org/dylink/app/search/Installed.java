package org.dylink.app.search;

import java.util.Optional;
import org.dylink.format.ProgramKind;

/** What the framework has already, whatever the folders hold. */
public interface Installed {
  /** A framework without libraries. */
  Installed NONE =
      new Installed() {
        @Override
        public Optional<String> origin(String library, ProgramKind program) {
          return Optional.empty();
        }

        @Override
        public boolean isReserved(String library) {
          return false;
        }
      };

  /**
   * Where a library comes from that no folder has; empty if from nowhere.
   *
   * @param program which libraries can be part of the program
   */
  Optional<String> origin(String library, ProgramKind program);

  /**
   * Whether a library is taken from the framework even if a folder has it, because it is part of
   * the linker, as {@code libdl.so} is: the one that wasi-libc brings always fails.
   */
  boolean isReserved(String library);
}
