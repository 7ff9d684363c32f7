package org.dylink.binding.value;

import org.dylink.binding.memory.StructCodec;
import org.dylink.binding.shape.ParameterShape;

/** Chooses how a parameter gets to C. */
public final class Passing {
  private Passing() {}

  /**
   * The way of a parameter.
   *
   * @param shape is no number, which needs no way
   */
  public static Argument of(ParameterShape shape) {
    return switch (shape.kind()) {
      case STRING -> new StringArgument(shape.place(), shape.orNull());
      case POINTER -> new PointerArgument(shape.place(), shape.orNull());
      case CALLBACK -> new HandleArgument(shape.place(), shape.orNull());
      case LAMBDA -> new LambdaArgument(shape);
      case VARIADIC -> new VariadicArgument(shape.place());
      case ARRAY -> new ArrayArgument(shape);
      case BUFFER -> new BufferArgument(shape);
      case ADDRESSES -> new AddressesArgument(shape);
      case STRUCT -> new StructArgument(shape, new StructCodec(shape.struct()));
      case STRUCTS -> new StructsArgument(shape, new StructCodec(shape.struct()));
      case SCALAR -> new ScalarArgument(shape, new StructCodec(shape.struct()));
      case EMPTY -> new EmptyArgument(shape);
      case NUMBER -> throw new IllegalArgumentException("BUG: " + shape.place() + " is a number");
    };
  }
}
