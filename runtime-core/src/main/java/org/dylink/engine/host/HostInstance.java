package org.dylink.engine.host;

import java.util.Optional;

/** A host library's functions and state for one program. */
public interface HostInstance extends AutoCloseable {
  /** The function with this name; asked twice, it is the same object. */
  Optional<HostFunction> function(String name);

  /**
   * Why a program that has used this cannot be copied: what this knows of the program a new one for
   * the copy would not know. A copy gets a new one, which is opened as this was.
   *
   * @return what it keeps, such as {@code file descriptor 4 is open}; empty if a new one will do
   */
  default Optional<String> keeps() {
    return Optional.of("it does not tell what it keeps");
  }

  /**
   * The random bytes that it has given out, in their order: a program that begins where another one
   * was must have its own.
   *
   * @return empty if they are more than 16, or it does not tell
   */
  default Optional<byte[]> random() {
    return Optional.empty();
  }

  /** Gives back files and whatever else the program held; may be called twice. */
  @Override
  void close();
}
