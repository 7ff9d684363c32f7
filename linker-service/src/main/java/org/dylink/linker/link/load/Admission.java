package org.dylink.linker.link.load;

import java.util.List;
import java.util.Optional;
import org.dylink.engine.TrapException;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException.Reason;

/** Says which libraries a program may have, and hears which it has. */
public interface Admission {
  /** Every library may be linked by everybody. */
  Admission OPEN =
      new Admission() {
        @Override
        public Optional<Refusal> admit(Library library) {
          return Optional.empty();
        }

        @Override
        public void loaded(List<Library> libraries) {}
      };

  /**
   * Why a library must not become part of a program.
   *
   * @param reason FORBIDDEN, or MISSING_LIBRARY for one that is going away
   * @param detail what follows the library's name in the message
   */
  record Refusal(Reason reason, String detail) {}

  /**
   * Asked before a library becomes part of the program; from then on the program counts as using
   * it.
   */
  Optional<Refusal> admit(Library library);

  /** Told, after anything was opened, closed or failed to open, what the program has left. */
  void loaded(List<Library> libraries);

  /** Told when a running program has opened a library that it did not have. */
  default void opened(Library library, long nanos) {}

  /** Told of a trap that ends the program, or a call from Java. */
  default void trapped(TrapException trap) {}
}
