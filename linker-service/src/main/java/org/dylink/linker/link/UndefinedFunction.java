package org.dylink.linker.link;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.dylink.engine.Engine;
import org.dylink.engine.Function;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.FunctionType;

/** Stands in for a function that no library defines: calling it traps and names it. */
final class UndefinedFunction {
  private final String message;

  private UndefinedFunction(String message) {
    this.message = message;
  }

  static Function create(Engine engine, String symbol, FunctionType type, String message) {
    MethodType methodType = Function.methodType(type);
    MethodHandle handle =
        Handles.CALL
            .bindTo(new UndefinedFunction(message))
            .asCollector(Object[].class, methodType.parameterCount())
            .asType(methodType);
    return engine.newFunction(symbol, type, handle);
  }

  @SuppressWarnings("unused") // called through the handle
  private Object call(Object... arguments) {
    throw new TrapException(TrapKind.UNDEFINED_FUNCTION, message);
  }

  private static final class Handles {
    static final MethodHandle CALL = find();

    private static MethodHandle find() {
      try {
        MethodType type = MethodType.methodType(Object.class, Object[].class);
        return MethodHandles.lookup().findVirtual(UndefinedFunction.class, "call", type);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("BUG: UndefinedFunction.call is gone", e);
      }
    }
  }
}
