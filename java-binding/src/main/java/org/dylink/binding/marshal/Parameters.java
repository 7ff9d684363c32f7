package org.dylink.binding.marshal;

import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.stream.Stream;
import org.dylink.binding.ByAddress;
import org.dylink.binding.Callback;
import org.dylink.binding.InOut;
import org.dylink.binding.OrNull;
import org.dylink.binding.Out;
import org.dylink.binding.Pointer;

/** Chooses how a parameter gets into memory. */
final class Parameters {
  // As variable arguments of these, C finds what it finds in an array of them.
  private static final Set<Class<?>> SAME_AS_VARIADIC =
      Set.of(int[].class, long[].class, double[].class, String[].class, Pointer[].class);

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
    checkAnnotations(parameter, type);
    if (type.isPrimitive()) {
      return null;
    } else if (parameter.isVarArgs() && type == Object[].class) {
      return new VariadicArgument(place, library);
    } else if (parameter.isVarArgs() && !SAME_AS_VARIADIC.contains(type)) {
      String name = type.getComponentType().getSimpleName();
      throw new IllegalArgumentException(
          "C promotes variable arguments: Object... instead of %s..., or %s[] for an array"
              .formatted(name, name));
    } else if (AddressesArgument.isFor(type)) {
      return new AddressesArgument(place, orNull, Direction.of(parameter), type, library);
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
      return parameter.isAnnotationPresent(ByAddress.class)
          ? new StructArgument(place, orNull, library.structs().of(record(type)))
          : byValue(library.structs().of(record(type)), place, orNull);
    } else if (type.isArray() && type.getComponentType().isRecord()) {
      StructCodec codec = library.structs().of(record(type.getComponentType()));
      return new StructsArgument(place, orNull, Direction.of(parameter), codec);
    } else if (type.isInterface()) {
      return new LambdaArgument(place, orNull, library, CallbackType.of(type));
    }
    throw new IllegalArgumentException(type.getTypeName() + " is no type of C's");
  }

  private static Argument byValue(StructCodec codec, String place, boolean orNull) {
    StructShape shape = StructShape.of(codec.layout());
    if (shape.way() == StructShape.Way.ADDRESS) {
      return new StructArgument(place, orNull, codec);
    } else if (orNull) {
      throw new IllegalArgumentException(
          "@OrNull is for pointers, and the struct is passed by value: @ByAddress passes a pointer");
    }
    return shape.way() == StructShape.Way.NOTHING
        ? new EmptyArgument(place)
        : new ScalarArgument(place, codec, shape);
  }

  /** What is said of a type that it cannot be true of would be lost in silence. */
  private static void checkAnnotations(Parameter parameter, Class<?> type) {
    if (parameter.isAnnotationPresent(ByAddress.class) && !type.isRecord()) {
      throw new IllegalArgumentException(
          "@ByAddress is for records, not for " + type.getSimpleName());
    }
    boolean isWritten = Stream.of(Out.class, InOut.class).anyMatch(parameter::isAnnotationPresent);
    if (isWritten && !type.isArray() && type != ByteBuffer.class) {
      throw new IllegalArgumentException(
          "C's changes reach arrays and buffers alone: @Out and @InOut are not for "
              + type.getSimpleName());
    }
  }

  private static Class<? extends Record> record(Class<?> type) {
    return type.asSubclass(Record.class);
  }
}
