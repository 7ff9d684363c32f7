package org.dylink.binding.runtime;

import java.util.List;

/** Tells what the binding knows. Every call is a look at one moment; threads may share it. */
@FunctionalInterface
public interface BindingRuntime {
  /**
   * The interfaces that the header {@code Wasm-Service} of each started bundle names, whether they
   * are services or not: by bundle, then in the order of the header.
   */
  List<BoundServiceDTO> services();
}
