package org.dylink.engine.endive;

import org.dylink.format.FunctionType;
import run.endive.runtime.CallResult;
import run.endive.runtime.Instance;

/** A function that an instance defines. */
final class GuestFunction extends RawFunction {
  private final Instance instance;
  private final ForeignFunctions functions;
  private final int index;

  GuestFunction(
      String name, FunctionType type, Instance instance, ForeignFunctions functions, int index) {
    super(name, type);
    this.instance = instance;
    this.functions = functions;
    this.index = index;
  }

  Instance instance() {
    return instance;
  }

  int index() {
    return index;
  }

  @Override
  long[] invoke(long[] arguments) {
    return instance.getMachine().call(index, arguments);
  }

  @Override
  CallResult invokeWithReferences(long[] arguments, Object[] references) {
    return instance.getMachine().callWithRefs(index, arguments, references);
  }

  @Override
  Object invokeBoxed(Object[] arguments) {
    return RawValues.call(this, arguments, functions);
  }

  @Override
  public Object call(Object... arguments) {
    try {
      return invokeBoxed(arguments);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw Traps.translate(e);
    }
  }
}
