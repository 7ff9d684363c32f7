package org.dylink.engine.host;

import java.lang.invoke.MethodHandle;
import java.util.Objects;
import org.dylink.engine.Function;
import org.dylink.format.FunctionType;

/**
 * A Java method that guests can call.
 *
 * @param type the signature that importers must have
 * @param handle the method, of type {@link Function#methodType}
 */
public record HostFunction(FunctionType type, MethodHandle handle) {
  /**
   * @throws IllegalArgumentException if the handle's type is another one
   */
  public HostFunction {
    Objects.requireNonNull(type);
    if (!handle.type().equals(Function.methodType(type))) {
      throw new IllegalArgumentException(
          "expected a handle of type " + Function.methodType(type) + ", found " + handle.type());
    }
  }
}
