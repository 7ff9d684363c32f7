package org.dylink.binding.marshal;

import java.lang.reflect.Method;
import org.dylink.binding.ByAddress;
import org.dylink.binding.Pointer;
import org.dylink.format.ValueType;

/** The results that are no numbers. */
final class Results {
  private Results() {}

  /**
   * Chooses how a result gets to Java; null for a number, and for none.
   *
   * @throws IllegalArgumentException if C has nothing like it
   */
  static Result of(Method method, BoundLibrary library) {
    Class<?> type = method.getReturnType();
    boolean byAddress = method.isAnnotationPresent(ByAddress.class);
    if (byAddress && !type.isRecord()) {
      throw new IllegalArgumentException(
          "result: @ByAddress is for records, not for " + type.getSimpleName());
    } else if (type.isPrimitive()) {
      return null;
    } else if (type == Pointer.class) {
      return new OfPointer(library);
    } else if (type == String.class) {
      return new OfString(library);
    } else if (!type.isRecord()) {
      throw new IllegalArgumentException("result: " + type.getTypeName() + " is no type of C's");
    }
    return byAddress
        ? new OfStructAt(library, codecOf(type, library).layout().type())
        : structOf(codecOf(type, library), library);
  }

  private static Result structOf(StructCodec codec, BoundLibrary library) {
    StructShape shape = StructShape.of(codec.layout());
    return switch (shape.way()) {
      case NOTHING -> new OfNothing(library, codec);
      case SCALAR -> new OfScalar(library, codec, shape);
      case ADDRESS -> new OfStruct(library, codec);
    };
  }

  private static StructCodec codecOf(Class<?> type, BoundLibrary library) {
    try {
      return library.structs().of(type.asSubclass(Record.class));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("result: " + e.getMessage(), e);
    }
  }

  static final class OfPointer extends Result {
    private final BoundLibrary library;

    OfPointer(BoundLibrary library) {
      this.library = library;
    }

    @Override
    public Object read(long bits) {
      return library.pointerOrNull((int) bits);
    }
  }

  /** A string that C keeps. */
  static final class OfString extends Result {
    private final BoundLibrary library;

    OfString(BoundLibrary library) {
      this.library = library;
    }

    @Override
    public Object read(long bits) {
      return library.stringOrNull((int) bits);
    }
  }

  /** A struct that C keeps. */
  static final class OfStructAt extends Result {
    private final BoundLibrary library;
    private final Class<? extends Record> type;

    OfStructAt(BoundLibrary library, Class<? extends Record> type) {
      this.library = library;
      this.type = type;
    }

    @Override
    public Object read(long bits) {
      return library.structOrNull(type, (int) bits);
    }
  }

  /** A struct: C is given a place for it as its first parameter. */
  static final class OfStruct extends Result {
    private final BoundLibrary library;
    private final StructCodec codec;

    OfStruct(BoundLibrary library, StructCodec codec) {
      this.library = library;
      this.codec = codec;
    }

    @Override
    public Object read(long bits) {
      return codec.read(library.entrance().memory(), (int) bits);
    }

    @Override
    ValueType type() {
      return null;
    }

    @Override
    int space() {
      return codec.layout().size();
    }
  }

  /** A struct that C returns as the only scalar in it. */
  static final class OfScalar extends Result {
    private final BoundLibrary library;
    private final ScalarStruct struct;
    private final ValueType type;

    OfScalar(BoundLibrary library, StructCodec codec, StructShape shape) {
      this.library = library;
      this.struct = new ScalarStruct(codec, shape);
      this.type = shape.type().orElseThrow();
    }

    @Override
    public Object read(long bits) {
      return struct.read(library.scratch(), bits);
    }

    @Override
    ValueType type() {
      return type;
    }

    @Override
    boolean usesMemory() {
      return true;
    }
  }

  /** A struct without anything in it, which C does not return. */
  static final class OfNothing extends Result {
    private final BoundLibrary library;
    private final StructCodec codec;

    OfNothing(BoundLibrary library, StructCodec codec) {
      this.library = library;
      this.codec = codec;
    }

    @Override
    public Object read(long bits) {
      return codec.read(library.entrance().memory(), 0);
    }

    @Override
    ValueType type() {
      return null;
    }
  }
}
