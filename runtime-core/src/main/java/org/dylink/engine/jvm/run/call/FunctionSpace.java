package org.dylink.engine.jvm.run.call;

import java.lang.invoke.VarHandle;
import java.util.function.IntFunction;

/**
 * The functions of an instance by their indexes, imports first; those that the module defines are
 * made when they are asked for. All threads of a program share it.
 */
public final class FunctionSpace {
  private final JvmFunction[] functions;
  private IntFunction<JvmFunction> maker;

  /**
   * @param count of imported and defined functions
   */
  public FunctionSpace(int count) {
    functions = new JvmFunction[count];
  }

  /** Tells how functions are made that the module defines. */
  public void setMaker(IntFunction<JvmFunction> functionMaker) {
    maker = functionMaker;
  }

  JvmFunction get(int index) {
    JvmFunction function = functions[index];
    return function != null ? function : make(index);
  }

  private synchronized JvmFunction make(int index) {
    if (functions[index] == null) {
      set(index, maker.apply(index));
    }
    return functions[index];
  }

  void set(int index, JvmFunction function) {
    // Who finds it finds it whole.
    VarHandle.releaseFence();
    functions[index] = function;
  }

  boolean has(int index) {
    return functions[index] != null;
  }
}
