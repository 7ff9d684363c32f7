package org.dylink.binding.marshal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import org.dylink.format.ValueType;

/** A struct that C passes to Java by value, or gets from it. Used inside of a turn. */
final class CallbackStruct {
  private static final MethodHandle OF_BITS =
      Handles.virtual(CallbackStruct.class, "ofBits", Handles.type(Record.class, long.class));
  private static final MethodHandle BITS =
      Handles.virtual(CallbackStruct.class, "bits", Handles.type(long.class, Record.class));
  private static final MethodHandle STORE =
      Handles.virtual(
          CallbackStruct.class, "store", Handles.type(void.class, int.class, Record.class));
  private static final MethodHandle INT_OF_FLOAT =
      Handles.ofJava(Float.class, "floatToRawIntBits", Handles.type(int.class, float.class));
  private static final MethodHandle FLOAT_OF_INT =
      Handles.ofJava(Float.class, "intBitsToFloat", Handles.type(float.class, int.class));
  private static final MethodHandle LONG_OF_DOUBLE =
      Handles.ofJava(Double.class, "doubleToRawLongBits", Handles.type(long.class, double.class));
  private static final MethodHandle DOUBLE_OF_LONG =
      Handles.ofJava(Double.class, "longBitsToDouble", Handles.type(double.class, long.class));

  private final BoundLibrary library;
  private final StructCodec codec;
  private final ScalarStruct scalar;

  private CallbackStruct(BoundLibrary library, StructCodec codec) {
    this.library = library;
    this.codec = codec;
    this.scalar = new ScalarStruct(codec, StructShape.of(codec.layout()));
  }

  static CallbackStruct of(Class<?> type, BoundLibrary library) {
    return new CallbackStruct(library, library.structs().of(type.asSubclass(Record.class)));
  }

  /** Takes the scalar that C passes. */
  MethodHandle reader(ValueType passed, Class<?> type) {
    MethodHandle read = OF_BITS.bindTo(this);
    MethodHandle own =
        switch (passed) {
          case F32 -> MethodHandles.filterArguments(widened(read), 0, INT_OF_FLOAT);
          case F64 -> MethodHandles.filterArguments(read, 0, LONG_OF_DOUBLE);
          default -> read;
        };
    return own.asType(Handles.type(type, passed.javaType()));
  }

  /** Gives the scalar that C gets. */
  MethodHandle writer(ValueType returned, Class<?> type) {
    MethodHandle write = BITS.bindTo(this).asType(Handles.type(long.class, type));
    return switch (returned) {
      case F32 -> MethodHandles.filterReturnValue(narrowed(write), FLOAT_OF_INT);
      case F64 -> MethodHandles.filterReturnValue(write, DOUBLE_OF_LONG);
      case I64 -> write;
      default -> narrowed(write);
    };
  }

  /** Writes a struct where C wants it: takes the address, and the record. */
  MethodHandle storer() {
    return STORE.bindTo(this);
  }

  private static MethodHandle widened(MethodHandle read) {
    return read.asType(read.type().changeParameterType(0, int.class));
  }

  private static MethodHandle narrowed(MethodHandle write) {
    return MethodHandles.explicitCastArguments(write, write.type().changeReturnType(int.class));
  }

  Record ofBits(long bits) {
    Scratch scratch = library.scratch();
    long mark = scratch.mark();
    try {
      return scalar.read(scratch, bits);
    } finally {
      scratch.release(mark);
    }
  }

  long bits(Record value) {
    Scratch scratch = library.scratch();
    long mark = scratch.mark();
    try {
      return scalar.bits(scratch, present(value), null);
    } finally {
      scratch.release(mark);
    }
  }

  void store(int address, Record value) {
    codec.write(library.entrance().memory(), address, present(value), null);
  }

  private Record present(Record value) {
    if (value == null) {
      String name = codec.layout().type().getSimpleName();
      throw new NullPointerException(
          library + ": the result of a callback is null, and no " + name);
    }
    return value;
  }
}
