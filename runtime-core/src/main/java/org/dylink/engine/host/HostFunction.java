package org.dylink.engine.host;

import java.lang.invoke.MethodHandle;
import java.util.Objects;
import org.dylink.engine.Function;
import org.dylink.engine.HostFailure;
import org.dylink.format.FunctionType;

/**
 * A Java method that guests can call.
 *
 * @param type the signature that importers must have
 * @param handle the method, of type {@link Function#methodType}
 * @param failure what becomes of what the method throws
 */
public record HostFunction(FunctionType type, MethodHandle handle, HostFailure failure) {
  /**
   * @throws IllegalArgumentException if the handle's type is another one
   */
  public HostFunction {
    Objects.requireNonNull(type);
    Objects.requireNonNull(failure);
    if (!handle.type().equals(Function.methodType(type))) {
      throw new IllegalArgumentException(
          "expected a handle of type " + Function.methodType(type) + ", found " + handle.type());
    }
  }

  /**
   * A method whose exceptions guests see.
   *
   * @throws IllegalArgumentException if the handle's type is another one
   */
  public HostFunction(FunctionType type, MethodHandle handle) {
    this(type, handle, HostFailure.NONE);
  }

  /** The method with what becomes of its exceptions, for calls that no engine makes. */
  public MethodHandle handled() {
    return failure.handled(handle);
  }
}
