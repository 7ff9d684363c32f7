package org.dylink.engine.jvm.run.gc;

import org.dylink.engine.jvm.run.call.InstanceState;
import org.dylink.format.DefinedType;
import org.dylink.format.Vector;

/** Instructions on structs; fields are given by their numbers. */
public final class StructInstructions {
  private StructInstructions() {}

  /** A struct with fields that are zero or null. */
  public static Object allocate(int numbers, int objects, int type, InstanceState state) {
    return allocate(state.definition(type), numbers, objects);
  }

  static GuestStruct allocate(DefinedType type, int numbers, int objects) {
    GuestStruct made = new GuestStruct(type, numbers, objects);
    CollectedHeap.count(made.bytes(), "a struct");
    return made;
  }

  private static GuestStruct of(Object reference) {
    if (reference == null) {
      throw CollectedTraps.nullReference("structure");
    }
    return (GuestStruct) reference;
  }

  /** What a field of so many bytes keeps of a number; 0 of one that is not packed. */
  static int packed(int value, int bytes) {
    return bytes == 0 ? value : value & ((1 << (bytes * Byte.SIZE)) - 1);
  }

  public static int getInt(Object struct, int field) {
    return (int) of(struct).numbers[field];
  }

  public static long getLong(Object struct, int field) {
    return of(struct).numbers[field];
  }

  public static float getFloat(Object struct, int field) {
    return Float.intBitsToFloat((int) of(struct).numbers[field]);
  }

  public static double getDouble(Object struct, int field) {
    return Double.longBitsToDouble(of(struct).numbers[field]);
  }

  public static Object getReference(Object struct, int field) {
    return of(struct).objects[field];
  }

  public static Vector getVector(Object struct, int field) {
    return orZero(of(struct).objects[field]);
  }

  static Vector orZero(Object vector) {
    return vector == null ? Vector.of(0, 0) : (Vector) vector;
  }

  public static void put(int value, Object struct, int field) {
    of(struct).numbers[field] = value;
  }

  public static void put(long value, Object struct, int field) {
    of(struct).numbers[field] = value;
  }

  public static void put(float value, Object struct, int field) {
    of(struct).numbers[field] = Float.floatToRawIntBits(value);
  }

  public static void put(double value, Object struct, int field) {
    of(struct).numbers[field] = Double.doubleToRawLongBits(value);
  }

  public static void put(Object value, Object struct, int field) {
    of(struct).objects[field] = value;
  }

  public static void put(long low, long high, Object struct, int field) {
    of(struct).objects[field] = Vector.of(low, high);
  }
}
