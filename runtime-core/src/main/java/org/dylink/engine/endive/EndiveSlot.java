package org.dylink.engine.endive;

import java.util.Optional;
import org.dylink.engine.Function;
import org.dylink.engine.FunctionSlot;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.FunctionType;
import run.endive.runtime.CallResult;

/** An import that is bound later, and perhaps again, by a thread other than the guest's. */
final class EndiveSlot extends RawFunction implements FunctionSlot {
  private volatile RawFunction target;

  EndiveSlot(String symbol, FunctionType type) {
    super(symbol, type);
  }

  @Override
  public void bind(Function function) {
    if (!function.type().equals(type())) {
      throw new IllegalArgumentException(
          name() + ": expected " + type() + ", found " + function.type());
    }
    target = (RawFunction) function;
  }

  @Override
  public boolean isBound() {
    return target != null;
  }

  @Override
  public Function current() {
    return target;
  }

  @Override
  public Optional<Origin> origin() {
    return Optional.ofNullable(target).flatMap(Function::origin);
  }

  @Override
  long[] invoke(long[] arguments) {
    return bound().invoke(arguments);
  }

  @Override
  CallResult invokeWithReferences(long[] arguments, Object[] references) {
    return bound().invokeWithReferences(arguments, references);
  }

  @Override
  Object invokeBoxed(Object[] arguments) {
    return bound().invokeBoxed(arguments);
  }

  @Override
  public Object call(Object... arguments) {
    return bound().call(arguments);
  }

  private RawFunction bound() {
    RawFunction now = target;
    if (now == null) {
      throw new TrapException(TrapKind.UNDEFINED_FUNCTION, "undefined function " + name());
    }
    return now;
  }
}
