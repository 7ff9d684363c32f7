package org.dylink.binding.value;

import org.dylink.binding.memory.StructCodec;
import org.dylink.binding.shape.ResultShape;

/** Chooses how a result gets to Java. */
public final class Returning {
  private Returning() {}

  /**
   * The way of a result.
   *
   * @param shape is no number, and not nothing, which need no way
   */
  public static Result of(ResultShape shape) {
    return switch (shape.kind()) {
      case STRING -> (thread, bits) -> thread.library().stringOrNull((int) bits);
      case POINTER -> (thread, bits) -> thread.library().pointerOrNull((int) bits);
      case STRUCT, EMPTY -> struct(new StructCodec(shape.struct()));
      case STRUCT_AT -> structOrNull(new StructCodec(shape.struct()));
      case SCALAR -> new ScalarStruct(new StructCodec(shape.struct()))::read;
      case NONE, NUMBER -> throw new IllegalArgumentException("BUG: " + shape + " is no object");
    };
  }

  /** A struct that C has written where the call said; one without anything in it is nowhere. */
  private static Result struct(StructCodec codec) {
    return (thread, bits) -> codec.read(thread.library(), (int) bits);
  }

  /** A struct that C keeps. */
  private static Result structOrNull(StructCodec codec) {
    return (thread, bits) -> bits == 0 ? null : codec.read(thread.library(), (int) bits);
  }
}
