package org.dylink.binding.value;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import org.dylink.binding.Pointer;
import org.dylink.binding.memory.BoundLibrary;
import org.dylink.binding.shape.CallbackValue;
import org.dylink.binding.shape.Handles;

/** Makes what C gets of the result of a lambda. */
final class CallbackResult {
  private static final MethodHandles.Lookup OURS = MethodHandles.lookup();
  private static final MethodHandle ADDRESS =
      Handles.virtual(
          OURS, BoundLibrary.class, "addressOf", Handles.type(int.class, Pointer.class));
  private static final MethodHandle PASS =
      Handles.virtual(OURS, UnsignedNumber.class, "pass", Handles.type(int.class, long.class));

  private final CallbackValue value;
  private final BoundLibrary library;

  CallbackResult(CallbackValue value, BoundLibrary library) {
    this.value = value;
    this.library = library;
  }

  /** Changes the result of a handle into what C gets. */
  MethodHandle adapt(MethodHandle handle) {
    if (value.unsigned() != null) {
      MethodHandle pass = PASS.bindTo(new UnsignedNumber(value.unsigned()));
      MethodHandle own = pass.asType(Handles.type(int.class, value.type()));
      return MethodHandles.filterReturnValue(handle, own);
    } else if (value.type() == Pointer.class) {
      return MethodHandles.filterReturnValue(handle, ADDRESS.bindTo(library));
    } else if (value.struct() == null) {
      return handle;
    }
    CallbackStruct struct = CallbackStruct.of(value.type(), library);
    return switch (value.struct().way()) {
      case NOTHING -> handle.asType(handle.type().changeReturnType(void.class));
      case SCALAR ->
          MethodHandles.filterReturnValue(handle, struct.writer(value.passed().orElseThrow()));
      case ADDRESS -> MethodHandles.collectArguments(struct.storer(), 1, handle);
    };
  }
}
