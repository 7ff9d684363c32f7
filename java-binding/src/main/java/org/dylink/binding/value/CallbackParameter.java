package org.dylink.binding.value;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.dylink.binding.Pointer;
import org.dylink.binding.memory.BoundLibrary;
import org.dylink.binding.shape.CallbackValue;
import org.dylink.binding.shape.Handles;
import org.dylink.binding.shape.StructShape;

/** Makes a parameter of a lambda of what C passes. */
final class CallbackParameter {
  private static final MethodHandles.Lookup OURS = MethodHandles.lookup();
  private static final MethodHandle POINTER =
      Handles.virtual(
          OURS, BoundLibrary.class, "pointerOrNull", Handles.type(Pointer.class, int.class));
  private static final MethodHandle STRING =
      Handles.virtual(
          OURS, BoundLibrary.class, "stringOrNull", Handles.type(String.class, int.class));
  private static final MethodHandle TAKE =
      Handles.virtual(OURS, UnsignedNumber.class, "take", Handles.type(long.class, int.class));
  private static final MethodHandle TRUTH =
      Handles.fixed(OURS, CallbackParameter.class, "truth", Handles.type(boolean.class, int.class));

  private final CallbackValue value;
  private final Class<?> type;
  private final BoundLibrary library;

  CallbackParameter(CallbackValue value, BoundLibrary library) {
    this.value = value;
    this.type = value.type();
    this.library = library;
  }

  /** Changes one parameter of a handle into what C passes. */
  MethodHandle adapt(MethodHandle handle, int index) {
    if (value.isStruct(StructShape.Way.NOTHING)) {
      Record empty = library.structs().of(type.asSubclass(Record.class)).read(library, 0);
      return MethodHandles.insertArguments(handle, index, empty);
    }
    MethodHandle reader = reader();
    return reader == null ? handle : MethodHandles.filterArguments(handle, index, reader);
  }

  /** Null where a cast does it. */
  private MethodHandle reader() {
    if (value.unsigned() != null) {
      MethodType own = Handles.type(type, int.class);
      MethodHandle take = TAKE.bindTo(new UnsignedNumber(value.unsigned()));
      return MethodHandles.explicitCastArguments(take, own);
    } else if (type == boolean.class) {
      return TRUTH;
    } else if (type == Pointer.class) {
      return POINTER.bindTo(library);
    } else if (type == String.class) {
      return STRING.bindTo(library);
    } else if (!type.isRecord()) {
      return null;
    }
    CallbackStruct struct = CallbackStruct.of(type, library);
    return value.isStruct(StructShape.Way.SCALAR)
        ? struct.reader(value.passed().orElseThrow())
        : struct.loader();
  }

  @SuppressWarnings("unused") // called through a handle
  private static boolean truth(int value) {
    return value != 0;
  }
}
