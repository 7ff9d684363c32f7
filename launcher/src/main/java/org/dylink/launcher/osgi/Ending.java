package org.dylink.launcher.osgi;

import java.util.List;
import java.util.Optional;
import org.dylink.linker.ExitStatus;
import org.dylink.linker.Library;

/**
 * How a run ended.
 *
 * @param exitCode empty if it trapped, was stopped or was not linked
 * @param messages why it has no exit code, a line each
 * @param frames the guest's call stack then, a line each
 * @param used the libraries that it had, or was about to have
 */
record Ending(
    Optional<Integer> exitCode, List<String> messages, List<String> frames, List<Library> used) {

  static Ending exited(int exitCode, List<Library> used) {
    return new Ending(Optional.of(exitCode), List.of(), List.of(), used);
  }

  static Ending failed(String message, List<Library> used) {
    return new Ending(Optional.empty(), List.of(message), List.of(), used);
  }

  static Ending of(ExitStatus status, List<Library> used) {
    return status.messages().isEmpty()
        ? exited(status.code(), used)
        : new Ending(Optional.empty(), status.messages(), status.frames(), used);
  }

  boolean isFailure() {
    return !exitCode.equals(Optional.of(0));
  }

  /** All messages in one line; null if there is none. */
  String failure() {
    return messages.isEmpty() ? null : String.join("; ", messages);
  }
}
