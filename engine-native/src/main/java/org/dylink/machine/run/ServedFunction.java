package org.dylink.machine.run;

import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandle;
import org.dylink.engine.Function;
import org.dylink.engine.machine.ContextLayout;
import org.dylink.engine.machine.Service;
import org.dylink.format.FunctionType;

/** A function that Java is called for: of the host, or not known yet. */
abstract class ServedFunction extends NativeFunction implements TypeNumbers.JavaCalled {
  private static final long SIZE = ContextLayout.FUNCTION_SIZE + ContextLayout.OUT_SIZE;

  ServedFunction(String name, FunctionType type) {
    super(name, type, Arena.ofAuto().allocate(SIZE, 8));
    Raw.putLong(outContext() + ContextLayout.OUT_NUMBER, Service.CALL.number(number()));
  }

  /** What the code gets that calls Java. */
  final long outContext() {
    return address() + ContextLayout.FUNCTION_SIZE;
  }

  @Override
  public void callBy(long code) {
    setCode(code, outContext());
  }

  /** A method of Java. */
  static final class OfJava extends ServedFunction {
    private final MethodHandle handle;
    private final MethodHandle served;

    OfJava(String name, FunctionType type, MethodHandle handle) {
      super(name, type);
      Function.checkHandle(name, type, handle);
      this.handle = handle;
      this.served = Crossings.served(type, handle);
      TypeNumbers.of(type).tell(this);
    }

    @Override
    public MethodHandle handle() {
      return handle;
    }

    @Override
    public Object call(Object... arguments) {
      checkArguments(arguments);
      try {
        return handle.invokeWithArguments(Crossings.spread(arguments));
      } catch (Throwable e) {
        throw NativeTraps.outOfHost(NativeException.unpacked(e), this);
      }
    }

    @Override
    void serve(long buffer) throws Throwable {
      served.invokeExact(buffer);
    }
  }
}
