package org.dylink.engine.jvm.run;

import java.lang.invoke.MethodHandle;
import org.dylink.engine.Function;
import org.dylink.format.FunctionType;

/** A function of the host. */
public final class JavaFunction extends JvmFunction {
  /**
   * @throws IllegalArgumentException if the handle is of another type
   */
  public JavaFunction(String name, FunctionType type, Signature signature, MethodHandle handle) {
    super(name, type, signature);
    if (!handle.type().equals(Function.methodType(type))) {
      throw new IllegalArgumentException(
          name
              + ": expected a handle of type "
              + Function.methodType(type)
              + ", found "
              + handle.type());
    }
    entry = signature.host(this, handle);
  }

  @Override
  EntryPoint resolve() {
    return entry;
  }

  @Override
  boolean mayChange() {
    return false;
  }

  /** What may come out of a guest, of what a host function threw: all but checked exceptions. */
  public static RuntimeException passed(Throwable thrown, JvmFunction function) {
    if (thrown instanceof Error error) {
      throw error;
    } else if (thrown instanceof RuntimeException exception) {
      return exception;
    }
    return new IllegalStateException(function.name() + ": " + thrown, thrown);
  }
}
