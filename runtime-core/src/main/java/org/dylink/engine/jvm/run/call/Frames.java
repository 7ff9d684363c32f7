package org.dylink.engine.jvm.run.call;

/**
 * The frame of a function that is too large for one method of the JVM: its locals, and operands on
 * their way from one part to another. Numbers are bits in one array, references stand in another.
 */
public final class Frames {
  private Frames() {}

  public static int getInt(long[] frame, int index) {
    return (int) frame[index];
  }

  public static long getLong(long[] frame, int index) {
    return frame[index];
  }

  public static float getFloat(long[] frame, int index) {
    return Float.intBitsToFloat((int) frame[index]);
  }

  public static double getDouble(long[] frame, int index) {
    return Double.longBitsToDouble(frame[index]);
  }

  public static Object getReference(Object[] frame, int index) {
    return frame[index];
  }

  public static void put(int value, long[] frame, int index) {
    frame[index] = value;
  }

  public static void put(long value, long[] frame, int index) {
    frame[index] = value;
  }

  public static void put(float value, long[] frame, int index) {
    frame[index] = Float.floatToRawIntBits(value);
  }

  public static void put(double value, long[] frame, int index) {
    frame[index] = Double.doubleToRawLongBits(value);
  }

  public static void put(Object value, Object[] frame, int index) {
    frame[index] = value;
  }
}
