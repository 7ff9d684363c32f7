package org.dylink.binding.marshal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Parameter;
import java.util.Optional;
import org.dylink.binding.ByAddress;
import org.dylink.binding.Pointer;
import org.dylink.format.ValueType;

/** Makes a parameter of a functional interface of what C passes. */
final class CallbackParameter {
  private static final MethodHandle POINTER =
      Handles.virtual(BoundLibrary.class, "pointerOrNull", Handles.type(Pointer.class, int.class));
  private static final MethodHandle STRING =
      Handles.virtual(BoundLibrary.class, "stringOrNull", Handles.type(String.class, int.class));
  private static final MethodHandle STRUCT =
      Handles.virtual(
          BoundLibrary.class, "structOrNull", Handles.type(Record.class, Class.class, int.class));
  private static final MethodHandle TAKE =
      Handles.virtual(UnsignedNumber.class, "take", Handles.type(long.class, int.class));
  private static final MethodHandle TRUTH =
      Handles.fixed(CallbackParameter.class, "truth", Handles.type(boolean.class, int.class));

  private final Class<?> type;
  private final UnsignedNumber unsigned; // null for the most
  private final StructShape shape; // null for what is no struct, or a pointer to one

  /**
   * Looks at a parameter.
   *
   * @throws IllegalArgumentException if it has a type that C does not pass
   */
  CallbackParameter(Parameter parameter, String place) {
    this.type = parameter.getType();
    this.unsigned = UnsignedNumber.of(parameter, type, place);
    boolean byAddress = parameter.isAnnotationPresent(ByAddress.class);
    if (byAddress && !type.isRecord()) {
      throw new IllegalArgumentException(
          "@ByAddress is for records, not for " + type.getSimpleName());
    }
    this.shape =
        type.isRecord() && !byAddress ? StructShape.of(type.asSubclass(Record.class)) : null;
  }

  /** What C passes; none for a struct without anything in it. */
  Optional<ValueType> type() {
    if (shape != null) {
      return shape.type();
    }
    return Optional.of(unsigned != null ? ValueType.I32 : ValueTypes.of(type));
  }

  /** Changes one parameter of a handle into what C passes. */
  MethodHandle adapt(MethodHandle handle, int index, BoundLibrary library) {
    if (shape != null && shape.way() == StructShape.Way.NOTHING) {
      Record empty = library.structs().of(type.asSubclass(Record.class)).read(null, 0);
      return MethodHandles.insertArguments(handle, index, empty);
    }
    MethodHandle reader = reader(library);
    return reader == null ? handle : MethodHandles.filterArguments(handle, index, reader);
  }

  /** Null where a cast does it. */
  private MethodHandle reader(BoundLibrary library) {
    if (unsigned != null) {
      MethodType own = Handles.type(type, int.class);
      return MethodHandles.explicitCastArguments(TAKE.bindTo(unsigned), own);
    } else if (type == boolean.class) {
      return TRUTH;
    } else if (type == Pointer.class) {
      return POINTER.bindTo(library);
    } else if (type == String.class) {
      return STRING.bindTo(library);
    } else if (shape != null && shape.way() == StructShape.Way.SCALAR) {
      return CallbackStruct.of(type, library).reader(shape.type().orElseThrow(), type);
    } else if (type.isRecord()) {
      MethodHandle read = MethodHandles.insertArguments(STRUCT, 0, library, type);
      return read.asType(Handles.type(type, int.class));
    }
    return null;
  }

  @SuppressWarnings("unused") // called through a handle
  private static boolean truth(int value) {
    return value != 0;
  }
}
