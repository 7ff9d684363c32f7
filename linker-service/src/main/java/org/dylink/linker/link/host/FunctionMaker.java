package org.dylink.linker.link.host;

import java.lang.invoke.MethodHandle;
import org.dylink.engine.Function;
import org.dylink.format.FunctionType;

/** Makes functions for guests, whose exceptions guests understand. */
@FunctionalInterface
public interface FunctionMaker {
  /**
   * Makes a function of a Java method.
   *
   * @param name how call stacks show it
   * @param handle of the type that {@link Function#methodType} gives
   */
  Function newFunction(String name, FunctionType type, MethodHandle handle);
}
