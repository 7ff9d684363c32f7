package org.dylink.engine.jvm.run.call;

/** Access to globals by index (WebAssembly Core, Execution, Variable Instructions). */
public final class Globals {
  private Globals() {}

  public static int getInt(int index, InstanceState state) {
    return (int) state.globals[index].bits;
  }

  public static long getLong(int index, InstanceState state) {
    return state.globals[index].bits;
  }

  /** The high half of a vector, whose low half is as a long. */
  public static long getHigh(int index, InstanceState state) {
    return state.globals[index].high;
  }

  public static float getFloat(int index, InstanceState state) {
    return Float.intBitsToFloat((int) state.globals[index].bits);
  }

  public static double getDouble(int index, InstanceState state) {
    return Double.longBitsToDouble(state.globals[index].bits);
  }

  public static Object getReference(int index, InstanceState state) {
    return state.globals[index].reference;
  }

  public static void set(int value, int index, InstanceState state) {
    state.globals[index].bits = value;
  }

  public static void set(long value, int index, InstanceState state) {
    state.globals[index].bits = value;
  }

  public static void setHigh(long value, int index, InstanceState state) {
    state.globals[index].high = value;
  }

  public static void set(float value, int index, InstanceState state) {
    state.globals[index].bits = Float.floatToRawIntBits(value);
  }

  public static void set(double value, int index, InstanceState state) {
    state.globals[index].bits = Double.doubleToRawLongBits(value);
  }

  public static void set(Object value, int index, InstanceState state) {
    state.globals[index].reference = value;
  }
}
