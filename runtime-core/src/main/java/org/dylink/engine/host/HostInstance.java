package org.dylink.engine.host;

import java.util.Optional;

/** A host library's functions and state for one program. */
public interface HostInstance extends AutoCloseable {
  /** The function with this name; asked twice, it is the same object. */
  Optional<HostFunction> function(String name);

  /** Gives back files and whatever else the program held; may be called twice. */
  @Override
  void close();
}
