package org.dylink.engine.jvm.run.gc;

import org.dylink.engine.jvm.run.call.InstanceState;
import org.dylink.format.Vector;

/** Instructions on elements of arrays, by how these are kept. */
public final class ArrayInstructions {
  private ArrayInstructions() {}

  static GuestArray of(Object reference) {
    if (reference == null) {
      throw CollectedTraps.nullReference("array");
    }
    return (GuestArray) reference;
  }

  private static GuestArray at(Object reference, int index) {
    GuestArray array = of(reference);
    if (index < 0 || index >= array.size) {
      throw CollectedTraps.outOfBounds(index, array.size);
    }
    return array;
  }

  public static Object allocate(int size, int type, InstanceState state) {
    return GuestArray.of(state.definition(type), size);
  }

  public static int arrayLen(Object array) {
    return of(array).size;
  }

  public static int getByte(Object array, int index) {
    return ((byte[]) at(array, index).elements)[index] & 0xff;
  }

  public static int getShort(Object array, int index) {
    return ((char[]) at(array, index).elements)[index];
  }

  public static int getInt(Object array, int index) {
    return ((int[]) at(array, index).elements)[index];
  }

  public static long getLong(Object array, int index) {
    return ((long[]) at(array, index).elements)[index];
  }

  public static float getFloat(Object array, int index) {
    return ((float[]) at(array, index).elements)[index];
  }

  public static double getDouble(Object array, int index) {
    return ((double[]) at(array, index).elements)[index];
  }

  public static Object getReference(Object array, int index) {
    return ((Object[]) at(array, index).elements)[index];
  }

  public static Vector getVector(Object array, int index) {
    return StructInstructions.orZero(((Vector[]) at(array, index).elements)[index]);
  }

  public static void putByte(int value, Object array, int index) {
    ((byte[]) at(array, index).elements)[index] = (byte) value;
  }

  public static void putShort(int value, Object array, int index) {
    ((char[]) at(array, index).elements)[index] = (char) value;
  }

  public static void put(int value, Object array, int index) {
    ((int[]) at(array, index).elements)[index] = value;
  }

  public static void put(long value, Object array, int index) {
    ((long[]) at(array, index).elements)[index] = value;
  }

  public static void put(float value, Object array, int index) {
    ((float[]) at(array, index).elements)[index] = value;
  }

  public static void put(double value, Object array, int index) {
    ((double[]) at(array, index).elements)[index] = value;
  }

  public static void put(Object value, Object array, int index) {
    ((Object[]) at(array, index).elements)[index] = value;
  }

  public static void put(long low, long high, Object array, int index) {
    ((Vector[]) at(array, index).elements)[index] = Vector.of(low, high);
  }
}
