package org.dylink.linker.link;

import java.util.Optional;
import org.dylink.engine.Function;
import org.dylink.format.FunctionType;

/** Knows functions whose answer depends on the library that calls them. */
@FunctionalInterface
interface CallerHook {
  /**
   * Makes a function for one library's calls.
   *
   * @param caller the library that calls the function, or takes its address
   * @param called what is called then; it may not be instantiated yet
   * @param type as the library has it
   * @return empty if the definition's own function serves all libraries
   */
  Optional<Function> forCaller(LoadedModule caller, Definition called, FunctionType type);
}
