package org.dylink.engine.jvm.run.gc;

import java.util.Arrays;
import org.dylink.engine.jvm.run.call.InstanceState;
import org.dylink.format.Vector;

/** Sets all elements of a range, or of a new array, to one value. */
public final class ArrayFills {
  private ArrayFills() {}

  private static GuestArray range(Object array, int from, int count) {
    GuestArray filled = ArrayInstructions.of(array);
    filled.check(from, count);
    return filled;
  }

  public static void fill(int value, Object array, int from, int count) {
    Object elements = range(array, from, count).elements;
    if (elements instanceof byte[] bytes) {
      Arrays.fill(bytes, from, from + count, (byte) value);
    } else if (elements instanceof char[] chars) {
      Arrays.fill(chars, from, from + count, (char) value);
    } else {
      Arrays.fill((int[]) elements, from, from + count, value);
    }
  }

  public static void fill(long value, Object array, int from, int count) {
    Arrays.fill((long[]) range(array, from, count).elements, from, from + count, value);
  }

  public static void fill(float value, Object array, int from, int count) {
    Arrays.fill((float[]) range(array, from, count).elements, from, from + count, value);
  }

  public static void fill(double value, Object array, int from, int count) {
    Arrays.fill((double[]) range(array, from, count).elements, from, from + count, value);
  }

  public static void fill(Object value, Object array, int from, int count) {
    Arrays.fill((Object[]) range(array, from, count).elements, from, from + count, value);
  }

  public static void fill(long low, long high, Object array, int from, int count) {
    Object[] elements = (Object[]) range(array, from, count).elements;
    Arrays.fill(elements, from, from + count, Vector.of(low, high));
  }

  public static Object make(int value, int size, int type, InstanceState state) {
    Object made = ArrayInstructions.allocate(size, type, state);
    fill(value, made, 0, size);
    return made;
  }

  public static Object make(long value, int size, int type, InstanceState state) {
    Object made = ArrayInstructions.allocate(size, type, state);
    fill(value, made, 0, size);
    return made;
  }

  public static Object make(float value, int size, int type, InstanceState state) {
    Object made = ArrayInstructions.allocate(size, type, state);
    fill(value, made, 0, size);
    return made;
  }

  public static Object make(double value, int size, int type, InstanceState state) {
    Object made = ArrayInstructions.allocate(size, type, state);
    fill(value, made, 0, size);
    return made;
  }

  public static Object make(Object value, int size, int type, InstanceState state) {
    Object made = ArrayInstructions.allocate(size, type, state);
    fill(value, made, 0, size);
    return made;
  }

  public static Object make(long low, long high, int size, int type, InstanceState state) {
    Object made = ArrayInstructions.allocate(size, type, state);
    fill(low, high, made, 0, size);
    return made;
  }
}
