package org.dylink.linker.link.bind;

import java.util.Optional;
import org.dylink.engine.Function;
import org.dylink.format.FunctionType;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.resolve.Definition;

/** Knows functions whose answer depends on the library that calls them. */
public interface CallerHook {
  /**
   * Makes a function for one library's calls.
   *
   * @param caller the library that calls the function, or takes its address
   * @param called what is called then; it may not be instantiated yet
   * @param type as the library has it
   * @return empty if the definition's own function serves all libraries
   */
  Optional<Function> forCaller(Place caller, Definition called, FunctionType type);

  /** Told of a library whose functions can be bound from here on. */
  default void bound(Place definer) {}
}
