package org.dylink.engine.jvm.run.call;

/**
 * The arguments of a tail call that is noted, by the word of the signature that each begins at:
 * numbers as bits, a vector in two words. There is one call at a time, which takes them at once.
 */
public final class TailArguments {
  /** More than a method of the JVM has. */
  private static final int MOST = 256;

  private TailArguments() {}

  private static long[] numbers(InstanceState state) {
    if (state.tailNumbers == null) {
      state.tailNumbers = new long[MOST];
      state.tailReferences = new Object[MOST];
    }
    return state.tailNumbers;
  }

  public static void put(int value, int index, InstanceState state) {
    numbers(state)[index] = value;
  }

  public static void put(long value, int index, InstanceState state) {
    numbers(state)[index] = value;
  }

  public static void put(float value, int index, InstanceState state) {
    numbers(state)[index] = Float.floatToRawIntBits(value);
  }

  public static void put(double value, int index, InstanceState state) {
    numbers(state)[index] = Double.doubleToRawLongBits(value);
  }

  public static void put(Object value, int index, InstanceState state) {
    numbers(state);
    state.tailReferences[index] = value;
  }

  public static int getInt(int index, InstanceState state) {
    return (int) state.tailNumbers[index];
  }

  public static long getLong(int index, InstanceState state) {
    return state.tailNumbers[index];
  }

  public static float getFloat(int index, InstanceState state) {
    return Float.intBitsToFloat((int) state.tailNumbers[index]);
  }

  public static double getDouble(int index, InstanceState state) {
    return Double.longBitsToDouble(state.tailNumbers[index]);
  }

  /** Takes a reference, so that nothing is kept that the guest has no more. */
  public static Object getReference(int index, InstanceState state) {
    Object[] references = state.tailReferences;
    Object taken = references[index];
    references[index] = null;
    return taken;
  }
}
