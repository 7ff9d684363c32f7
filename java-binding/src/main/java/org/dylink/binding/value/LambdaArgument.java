package org.dylink.binding.value;

import org.dylink.binding.memory.CallingThread;
import org.dylink.binding.shape.CallbackShape;
import org.dylink.binding.shape.ParameterShape;
import org.dylink.linker.FunctionPointer;

/** A lambda that C may call until the call that it was given to returns. */
final class LambdaArgument extends Argument {
  private final CallbackShape callback;

  LambdaArgument(ParameterShape shape) {
    super(shape);
    this.callback = shape.callback();
  }

  @Override
  int address(CallingThread thread, Object value) {
    FunctionPointer pointer = Lambdas.pointTo(callback, thread.library(), value);
    thread.scratch().hold(pointer::close);
    return pointer.slot();
  }
}
