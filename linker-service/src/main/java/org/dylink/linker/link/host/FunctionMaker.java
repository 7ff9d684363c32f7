package org.dylink.linker.link.host;

import org.dylink.engine.Function;
import org.dylink.engine.host.HostFunction;

/** Makes functions for guests, whose exceptions guests understand. */
@FunctionalInterface
public interface FunctionMaker {
  /**
   * Makes a function of a Java method.
   *
   * @param name how call stacks show it
   */
  Function newFunction(String name, HostFunction function);
}
