package org.dylink.linker.link.bind;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.dylink.engine.Engine;
import org.dylink.engine.Function;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.FunctionType;

/** Stands in for a function that is not there, or not any more: calling it traps and says so. */
public final class TrapFunction {
  private final TrapKind kind;
  private final String message;

  private TrapFunction(TrapKind kind, String message) {
    this.kind = kind;
    this.message = message;
  }

  public static Function create(
      Engine engine, String symbol, FunctionType type, TrapKind kind, String message) {
    MethodType methodType = Function.methodType(type);
    MethodHandle handle =
        Handles.CALL
            .bindTo(new TrapFunction(kind, message))
            .asCollector(Object[].class, methodType.parameterCount())
            .asType(methodType);
    return engine.newFunction(symbol, type, handle);
  }

  @SuppressWarnings("unused") // called through the handle
  private Object call(Object... arguments) {
    throw new TrapException(kind, message);
  }

  private static final class Handles {
    static final MethodHandle CALL = find();

    private static MethodHandle find() {
      try {
        MethodType type = MethodType.methodType(Object.class, Object[].class);
        return MethodHandles.lookup().findVirtual(TrapFunction.class, "call", type);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("BUG: TrapFunction.call is gone", e);
      }
    }
  }
}
