package org.dylink.binding.marshal;

import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.nio.ByteBuffer;
import org.dylink.binding.Callback;
import org.dylink.binding.OrNull;
import org.dylink.binding.Pointer;

/** Chooses how a parameter gets into memory. */
final class Parameters {
  private final BoundLibrary library;

  Parameters(BoundLibrary library) {
    this.library = library;
  }

  /**
   * The way of a parameter; null for a number, which needs none.
   *
   * @param place how messages name it
   * @throws IllegalArgumentException if C has nothing like it
   */
  Argument of(Parameter parameter, String place) {
    Class<?> type = parameter.getType();
    boolean orNull = parameter.isAnnotationPresent(OrNull.class);
    if (type.isPrimitive()) {
      return null;
    } else if (parameter.isVarArgs() && type == Object[].class) {
      return new VariadicArgument(place, library);
    } else if (Elements.isArray(type)) {
      return new ArrayArgument(place, orNull, Direction.of(parameter));
    } else if (type == ByteBuffer.class) {
      return new BufferArgument(place, orNull, Direction.of(parameter));
    } else if (type == String.class) {
      return new StringArgument(place, orNull);
    } else if (type == Pointer.class) {
      return new PointerArgument(place, orNull, library);
    } else if (type == Callback.class) {
      return handle(parameter, place, orNull);
    }
    return struct(parameter, place, orNull);
  }

  private Argument handle(Parameter parameter, String place, boolean orNull) {
    // Looked at now, so that a type that C has not is told when the interface is bound.
    if (parameter.getParameterizedType() instanceof ParameterizedType typed
        && typed.getActualTypeArguments()[0] instanceof Class<?> target) {
      CallbackType.of(target);
    }
    return new HandleArgument(place, orNull, library);
  }

  private Argument struct(Parameter parameter, String place, boolean orNull) {
    Class<?> type = parameter.getType();
    if (type.isRecord()) {
      return new StructArgument(place, orNull, library.structs().of(record(type)));
    } else if (type.isArray() && type.getComponentType().isRecord()) {
      StructCodec codec = library.structs().of(record(type.getComponentType()));
      return new StructsArgument(place, orNull, Direction.of(parameter), codec);
    } else if (type.isInterface()) {
      return new LambdaArgument(place, orNull, library, CallbackType.of(type));
    }
    throw new IllegalArgumentException(type.getTypeName() + " is no type of C's");
  }

  private static Class<? extends Record> record(Class<?> type) {
    return type.asSubclass(Record.class);
  }
}
