package org.dylink.binding.marshal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Optional;
import org.dylink.binding.ByAddress;
import org.dylink.binding.Pointer;
import org.dylink.format.ValueType;

/** Makes what C gets of the result of a functional interface. */
final class CallbackResult {
  private static final MethodHandle ADDRESS =
      Handles.virtual(BoundLibrary.class, "addressOf", Handles.type(int.class, Pointer.class));
  private static final MethodHandle PASS =
      Handles.virtual(UnsignedNumber.class, "pass", Handles.type(int.class, long.class));

  private final Class<?> type;
  private final UnsignedNumber unsigned; // null for the most
  private final StructShape shape; // null for what is no struct

  /**
   * Looks at a result.
   *
   * @throws IllegalArgumentException if it has a type that C does not return
   */
  CallbackResult(Method method, String place) {
    this.type = method.getReturnType();
    this.unsigned = UnsignedNumber.of(method, type, place);
    if (method.isAnnotationPresent(ByAddress.class)) {
      throw new IllegalArgumentException(
          "@ByAddress: nobody would free the struct: return a Pointer");
    }
    this.shape = type.isRecord() ? StructShape.of(type.asSubclass(Record.class)) : null;
  }

  /** What C gets; none for nothing, and for a struct that is written where C says. */
  Optional<ValueType> type() {
    if (type == void.class || hasSpace()) {
      return Optional.empty();
    } else if (shape != null) {
      return shape.type();
    }
    return Optional.of(unsigned != null ? ValueType.I32 : ValueTypes.of(type));
  }

  /** Whether C's first parameter is where the result is to be written. */
  boolean hasSpace() {
    return shape != null && shape.way() == StructShape.Way.ADDRESS;
  }

  /** Changes the result of a handle into what C gets. */
  MethodHandle adapt(MethodHandle handle, BoundLibrary library) {
    if (unsigned != null) {
      MethodHandle own = PASS.bindTo(unsigned).asType(Handles.type(int.class, type));
      return MethodHandles.filterReturnValue(handle, own);
    } else if (type == Pointer.class) {
      return MethodHandles.filterReturnValue(handle, ADDRESS.bindTo(library));
    } else if (shape == null) {
      return handle;
    }
    CallbackStruct struct = CallbackStruct.of(type, library);
    return switch (shape.way()) {
      case NOTHING -> handle.asType(handle.type().changeReturnType(void.class));
      case SCALAR ->
          MethodHandles.filterReturnValue(handle, struct.writer(shape.type().orElseThrow(), type));
      case ADDRESS -> {
        MethodType taken = Handles.type(void.class, int.class, type);
        yield MethodHandles.collectArguments(struct.storer().asType(taken), 1, handle);
      }
    };
  }
}
