package org.dylink.engine.endive;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.dylink.engine.Function;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import run.endive.runtime.CallResult;

/**
 * A function as Endive calls it: numbers are raw bits in a {@code long[]}, host references stand in
 * a parallel {@code Object[]}.
 */
abstract class RawFunction implements Function {
  private final String name;
  private final FunctionType type;
  private final boolean carriesFunctions;

  RawFunction(String name, FunctionType type) {
    this.name = name;
    this.type = type;
    this.carriesFunctions =
        type.params().contains(ValueType.FUNCREF) || type.results().contains(ValueType.FUNCREF);
  }

  /** Whether references to functions are among its parameters or results. */
  boolean carriesFunctions() {
    return carriesFunctions;
  }

  /** Calls with numbers only; null stands for no results. */
  abstract long[] invoke(long[] arguments);

  /** Calls a function that has references among its parameters or results. */
  abstract CallResult invokeWithReferences(long[] arguments, Object[] references);

  /** As {@link #call}, but lets Endive's exceptions pass. */
  abstract Object invokeBoxed(Object[] arguments);

  @Override
  public String name() {
    return name;
  }

  @Override
  public FunctionType type() {
    return type;
  }

  @Override
  public MethodHandle handle() {
    return Handles.CALL
        .bindTo(this)
        .asCollector(Object[].class, type.params().size())
        .asType(Function.methodType(type));
  }

  @Override
  public String toString() {
    return name + " " + type;
  }

  private static final class Handles {
    static final MethodHandle CALL = find();

    private static MethodHandle find() {
      try {
        MethodType callType = MethodType.methodType(Object.class, Object[].class);
        return MethodHandles.lookup().findVirtual(RawFunction.class, "call", callType);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("BUG: RawFunction.call is gone", e);
      }
    }
  }
}
