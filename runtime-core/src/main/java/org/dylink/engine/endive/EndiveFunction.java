package org.dylink.engine.endive;

import java.util.Optional;
import run.endive.runtime.CallResult;
import run.endive.runtime.Instance;

/** A function that an instance defines. */
final class EndiveFunction extends RawFunction {
  private final Instance instance;
  private final FunctionReferences functions;
  private final Origin origin;
  private final int index;

  EndiveFunction(String name, Origin origin, Instance instance, FunctionReferences functions) {
    super(name, origin.module().functionType(origin.index()));
    this.instance = instance;
    this.functions = functions;
    this.origin = origin;
    this.index = origin.index();
  }

  @Override
  public Optional<Origin> origin() {
    return Optional.of(origin);
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
      throw EndiveTraps.translate(e);
    }
  }
}
