package org.dylink.binding.value;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.dylink.binding.memory.BoundLibrary;
import org.dylink.binding.shape.CallbackShape;
import org.dylink.binding.shape.CallbackValue;
import org.dylink.engine.Function;
import org.dylink.linker.FunctionPointer;

/** Makes function pointers of lambdas. */
final class Lambdas {
  private Lambdas() {}

  /** Puts a target into the function table; in the program's turn. */
  static FunctionPointer pointTo(CallbackShape shape, BoundLibrary library, Object target) {
    MethodHandle handle = shape.method().bindTo(target);
    List<CallbackValue> parameters = shape.parameters();
    // From the last to the first: a struct without anything in it takes a parameter away.
    for (int i = parameters.size() - 1; i >= 0; i--) {
      handle = new CallbackParameter(parameters.get(i), library).adapt(handle, i);
    }
    handle = new CallbackResult(shape.result(), library).adapt(handle);
    MethodType own = Function.methodType(shape.type());
    MethodHandle exact = MethodHandles.explicitCastArguments(handle, own);
    return library.entrance().pointTo(shape.name(), shape.type(), exact);
  }
}
