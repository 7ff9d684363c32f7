package org.dylink.binding.value;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import org.dylink.binding.memory.BoundLibrary;
import org.dylink.binding.memory.CallingThread;
import org.dylink.binding.memory.Scratch;
import org.dylink.binding.memory.StructCodec;
import org.dylink.binding.shape.Handles;
import org.dylink.format.ValueType;

/** A struct that C passes to Java by value, or gets from it. Used inside of a turn. */
final class CallbackStruct {
  private static final MethodHandles.Lookup OURS = MethodHandles.lookup();
  private static final MethodHandle OF_BITS =
      Handles.virtual(OURS, CallbackStruct.class, "ofBits", Handles.type(Record.class, long.class));
  private static final MethodHandle BITS =
      Handles.virtual(OURS, CallbackStruct.class, "bits", Handles.type(long.class, Record.class));
  private static final MethodHandle LOAD =
      Handles.virtual(OURS, CallbackStruct.class, "load", Handles.type(Record.class, int.class));
  private static final MethodHandle STORE =
      Handles.virtual(
          OURS, CallbackStruct.class, "store", Handles.type(void.class, int.class, Record.class));
  private static final MethodHandle INT_OF_FLOAT =
      Handles.fixed(OURS, Float.class, "floatToRawIntBits", Handles.type(int.class, float.class));
  private static final MethodHandle FLOAT_OF_INT =
      Handles.fixed(OURS, Float.class, "intBitsToFloat", Handles.type(float.class, int.class));
  private static final MethodHandle LONG_OF_DOUBLE =
      Handles.fixed(
          OURS, Double.class, "doubleToRawLongBits", Handles.type(long.class, double.class));
  private static final MethodHandle DOUBLE_OF_LONG =
      Handles.fixed(OURS, Double.class, "longBitsToDouble", Handles.type(double.class, long.class));

  private final BoundLibrary library;
  private final StructCodec codec;

  private CallbackStruct(BoundLibrary library, StructCodec codec) {
    this.library = library;
    this.codec = codec;
  }

  static CallbackStruct of(Class<?> type, BoundLibrary library) {
    return new CallbackStruct(library, library.structs().of(type.asSubclass(Record.class)));
  }

  /** Takes the scalar that C passes. */
  MethodHandle reader(ValueType passed) {
    MethodHandle read = OF_BITS.bindTo(this);
    MethodHandle own =
        switch (passed.kind()) {
          case F32 -> MethodHandles.filterArguments(widened(read), 0, INT_OF_FLOAT);
          case F64 -> MethodHandles.filterArguments(read, 0, LONG_OF_DOUBLE);
          default -> read;
        };
    return own.asType(Handles.type(type(), passed.javaType()));
  }

  /** Gives the scalar that C gets. */
  MethodHandle writer(ValueType returned) {
    MethodHandle write = BITS.bindTo(this).asType(Handles.type(long.class, type()));
    return switch (returned.kind()) {
      case F32 -> MethodHandles.filterReturnValue(narrowed(write), FLOAT_OF_INT);
      case F64 -> MethodHandles.filterReturnValue(write, DOUBLE_OF_LONG);
      case I64 -> write;
      default -> narrowed(write);
    };
  }

  /** Reads a struct that C passes the address of. */
  MethodHandle loader() {
    return LOAD.bindTo(this).asType(Handles.type(type(), int.class));
  }

  /** Writes a struct where C wants it: takes the address, and the record. */
  MethodHandle storer() {
    return STORE.bindTo(this).asType(Handles.type(void.class, int.class, type()));
  }

  private Class<?> type() {
    return codec.layout().type();
  }

  private static MethodHandle widened(MethodHandle read) {
    return read.asType(read.type().changeParameterType(0, int.class));
  }

  private static MethodHandle narrowed(MethodHandle write) {
    return MethodHandles.explicitCastArguments(write, write.type().changeReturnType(int.class));
  }

  Record ofBits(long bits) {
    CallingThread thread = library.thread();
    Scratch scratch = thread.scratch();
    long mark = scratch.mark();
    try {
      return new ScalarStruct(codec).read(thread, bits);
    } finally {
      scratch.release(mark);
    }
  }

  long bits(Record value) {
    CallingThread thread = library.thread();
    Scratch scratch = thread.scratch();
    long mark = scratch.mark();
    try {
      return new ScalarStruct(codec).bits(thread, present(value), null);
    } finally {
      scratch.release(mark);
    }
  }

  Record load(int address) {
    return address == 0 ? null : codec.read(library, address);
  }

  void store(int address, Record value) {
    codec.write(library, address, present(value), null);
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
