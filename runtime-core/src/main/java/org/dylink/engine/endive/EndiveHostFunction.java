package org.dylink.engine.endive;

import java.lang.invoke.MethodHandle;
import org.dylink.engine.Function;
import org.dylink.engine.stack.StackReserve;
import org.dylink.format.FunctionType;
import run.endive.runtime.CallResult;

/** A Java method that guests call. */
final class EndiveHostFunction extends RawFunction {
  private final MethodHandle handle;
  private MethodHandle spreader;

  EndiveHostFunction(String name, FunctionType type, MethodHandle handle) {
    super(name, type);
    Function.checkHandle(name, type, handle);
    this.handle = handle;
  }

  @Override
  public MethodHandle handle() {
    return handle;
  }

  @Override
  long[] invoke(long[] arguments) {
    Object[] boxed = RawValues.boxed(type(), arguments, null, null);
    return RawValues.rawResults(type(), invokeBoxed(boxed), null);
  }

  @Override
  CallResult invokeWithReferences(long[] arguments, Object[] references) {
    Object result = invokeBoxed(RawValues.boxed(type(), arguments, references, null));
    return CallResult.of(
        RawValues.rawResults(type(), result, null), RawValues.referenceResults(type(), result));
  }

  @Override
  Object invokeBoxed(Object[] arguments) {
    StackReserve.check();
    return invokeChecked(arguments);
  }

  private Object invokeChecked(Object[] arguments) {
    RawValues.check(this, arguments);
    Object result;
    try {
      result = (Object) spreader().invokeExact(arguments);
    } catch (Throwable e) {
      throw GuestExceptions.passed(e, name());
    }
    InterruptControl.checkCurrentThread();
    return result;
  }

  @Override
  public Object call(Object... arguments) {
    try {
      return invokeChecked(arguments);
    } catch (RuntimeException | OutOfMemoryError e) {
      throw EndiveTraps.translate(e);
    }
  }

  // Made at the first call: most of a host library's functions are never called. Threads that race
  // make equal handles.
  private MethodHandle spreader() {
    MethodHandle made = spreader;
    if (made == null) {
      int count = type().params().size();
      made = handle.asSpreader(Object[].class, count);
      made = made.asType(made.type().changeReturnType(Object.class));
      spreader = made;
    }
    return made;
  }
}
